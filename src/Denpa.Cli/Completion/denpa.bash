# Completes denpa's commands, options and their values in bash, and files where a file is wanted.
_denpa() {
    local word meaning words=()
    for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        [[ $word == = ]] || words+=("$word")
    done
    [[ ${COMP_WORDS[COMP_CWORD]} == = ]] && words+=("")
    COMPREPLY=()
    while IFS=$'\t' read -r word meaning; do
        if [[ $word != :files ]]; then
            COMPREPLY+=("$word")
        elif [[ ${#COMPREPLY[@]} -gt 0 ]] || ! compopt -o default 2>/dev/null; then
            compopt -o filenames 2>/dev/null
            while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$2")
        fi
    done < <("$1" '[complete]' "${words[@]}" 2>/dev/null)
}
complete -F _denpa denpa
