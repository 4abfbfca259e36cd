#compdef denpa
# Completes denpa's commands, options and their values in zsh; files everywhere else.
_denpa() {
    local line="denpa ${(j: :)words[2,CURRENT-1]}"
    line="${line% } $PREFIX"
    local -a answers
    answers=(${(f)"$(${words[1]} "[suggest:${#line}]" "$line" 2>/dev/null)"})
    # Options are for where one has begun.
    [[ $PREFIX == -* ]] || answers=(${answers:#[-/]*})
    answers=(${(M)answers:#${PREFIX}*})
    if (( $#answers )); then
        compadd -a answers
    else
        _files
    fi
}
if [[ $funcstack[1] == _denpa ]]; then
    _denpa "$@"
else
    compdef _denpa denpa
fi
