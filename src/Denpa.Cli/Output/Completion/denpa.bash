# Completes denpa's commands, options and their values in bash; files everywhere else.
_denpa() {
    local line=${COMP_LINE:0:COMP_POINT} word=$2 answers
    line="denpa ${line#* }"
    answers=$("$1" "[suggest:${#line}]" "$line" 2>/dev/null)
    # Options are for where one has begun.
    [[ $word == -* ]] || answers=$(grep -v '^[-/]' <<<"$answers")
    COMPREPLY=($(compgen -W "$answers" -- "$word"))
}
complete -o bashdefault -o default -F _denpa denpa
