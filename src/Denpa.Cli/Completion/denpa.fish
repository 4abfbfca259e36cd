# Completes denpa's commands, options and their values in fish, and files where a file is wanted.
function __denpa_answers
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l answers ($words[1] '[complete]' $words[2..-1] "$word" 2>/dev/null)
    for answer in $answers
        if test "$answer" = :files
            set -l option (string match -r -- '^--[^=]*=' "$word")
            string replace -r -- '^' "$option" (__fish_complete_path (string replace -- "$option" '' "$word"))
        else
            printf '%s\n' $answer
        end
    end
end
complete -c denpa -f -a '(__denpa_answers)'
