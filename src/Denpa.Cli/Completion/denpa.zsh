#compdef denpa
# Completes denpa's commands, options and their values in zsh, and files where a file is wanted.
_denpa() {
    local line
    local -a answers
    for line in ${(f)"$(${words[1]} '[complete]' "${(@Q)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)"}; do
        if [[ $line == :files ]]; then
            compset -P '--*='
            _files
            return
        fi
        answers+=("${line//:/\\:}")
    done
    answers=("${answers[@]/$'\t'/:}")
    _describe denpa answers
}
if [[ $funcstack[1] == _denpa ]]; then
    _denpa "$@"
else
    compdef _denpa denpa
fi
