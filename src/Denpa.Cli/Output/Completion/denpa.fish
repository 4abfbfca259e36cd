# Completes denpa's commands, options and their values in fish; files everywhere else.
function __denpa_answers
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l line (string join ' ' -- denpa $words[2..-1] $word)
    test -n "$word"; or set line "$line "
    set -l answers ($words[1] "[suggest:"(string length -- $line)"]" $line 2>/dev/null)
    # Options are for where one has begun.
    string match -q -- '-*' $word; or set answers (string match -rv -- '^[-/]' $answers)
    set answers (string match -r -- '^'(string escape --style=regex -- $word)'.*' $answers)
    if test (count $answers) -gt 0
        printf '%s\n' $answers
    else
        __fish_complete_path $word
    end
end
complete -c denpa -f -a '(__denpa_answers)'
