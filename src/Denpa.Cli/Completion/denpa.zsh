#compdef denpa
# Completes denpa's commands, options and their values in zsh, and files where a file is wanted.
_denpa() {
    local line
    local -a answers files
    for line in ${(f)"$(${words[1]} '[complete]' "${(@Q)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)"}; do
        if [[ $line == :files ]]; then
            files=(wanted)
        else
            answers+=("${line//:/\\:}")
        fi
    done
    answers=("${answers[@]/$'\t'/:}")
    (( $#answers )) && _describe denpa answers
    (( $#files )) && { compset -P '--*='; _files }
}
if [[ $funcstack[1] == _denpa ]]; then
    _denpa "$@"
else
    compdef _denpa denpa
fi
