# Streams that the caller has closed, models that come out of pipes, and limits of the system.
small="-q --epochs 2 --hidden 4"
closed() { # name expected-exit redirections arguments…
    wanted "$1" || return
    local name=$1 expected=$2 redirections=$3 code fault=''
    shift 3
    : >"$scratch/err"
    (eval "exec $redirections"; exec timeout -k 5 "$patience" $denpa "$@")
    code=$?
    [ $code -eq "$expected" ] || fault="the exit code is not $expected; "
    if [ "$1" = train ]; then $denpa summary model.safetensors >/dev/null 2>&1 || fault+='there is no model; '; fi
    grep -qE '^ +at |Unhandled' "$scratch/err" && fault+='a stack trace; '
    verdict "$name" $code "$fault" "$(head -n 1 "$scratch/err")"
    rm -f model.safetensors
}
closed 'training, standard output closed' 0 '1>&- 2>"$scratch/err"' train noise.csv $small
closed 'training, standard error closed' 0 '1>"$scratch/out" 2>&-' train noise.csv --epochs 2 --hidden 4
closed 'training, both closed' 0 '1>&- 2>&-' train noise.csv --epochs 2 --hidden 4
closed 'training, all three closed' 0 '0<&- 1>&- 2>&-' train noise.csv --epochs 2 --hidden 4
closed 'training into JSON, standard output closed' 2 '1>&- 2>"$scratch/err"' train noise.csv $small --json
closed 'training, standard output open for reading only' 2 '1<noise.csv 2>"$scratch/err"' train noise.csv $small
closed 'training, standard output on a full disk' 2 '1>/dev/full 2>"$scratch/err"' train noise.csv $small
closed 'training into JSON, standard output on a full disk' 2 '1>/dev/full 2>"$scratch/err"' train noise.csv $small --json
closed 'training, both on a full disk' 2 '1>/dev/full 2>/dev/full' train noise.csv --epochs 2 --hidden 4
closed 'predictions, standard output closed' 2 '1>&- 2>"$scratch/err"' predict "$input/model.safetensors" houses.csv
closed 'a summary, standard output closed' 0 '1>&- 2>"$scratch/err"' summary "$input/model.safetensors"
closed 'a summary on a full disk' 2 '1>/dev/full 2>"$scratch/err"' summary "$input/model.safetensors"
closed 'standard input closed' 3 '0<&- 1>"$scratch/out" 2>"$scratch/err"' predict "$input/model.safetensors" -
closed 'help, standard output closed' 0 '1>&- 2>"$scratch/err"' --help
for options in '-o /dev/full' '--history /dev/full'; do
    name="training, $options"
    wanted "$name" || continue
    mkdir "$scratch/temporary"
    TMPDIR=$scratch/temporary $denpa train noise.csv $small $options >"$scratch/out" 2>"$scratch/err"
    code=$?
    fault=
    [ $code -eq 2 ] || fault='the exit code is not 2; '
    grep -q 'No space left' "$scratch/err" || fault+='nothing says "No space left"; '
    place=$(sed -n 's/.*it is saved as //p; s/.*the model is in \([^,]*\),.*/\1/p' "$scratch/err")
    $denpa summary "${place:-nowhere}" >/dev/null 2>&1 || fault+='there is no model where it says; '
    verdict "$name" $code "$fault" "$(head -n 1 "$scratch/err")"
    rm -rf "$scratch/temporary" model.safetensors
done
name='a disk that is full at the end, with a checkpoint beside'
if wanted "$name"; then
    $denpa train noise.csv $small --checkpoint run -o /dev/full >"$scratch/out" 2>"$scratch/err"
    code=$?
    place=$(sed -n 's/.*it is saved as //p' "$scratch/err")
    fault=
    [ $code -eq 2 ] || fault='the exit code is not 2; '
    [[ $place == run/* ]] || fault+='it is not beside the checkpoint; '
    $denpa summary "${place:-nowhere}" >/dev/null 2>&1 || fault+='there is no model where it says; '
    verdict "$name" $code "$fault" "$(head -n 1 "$scratch/err")"
    rm -rf run
fi
check 'predictions on a full device' 2 'No space left' -- predict "$input/model.safetensors" houses.csv -o /dev/full
check 'a made set on a full device' 2 'No space left' -- data make moons -o /dev/full

# A model out of a pipe.
piped() { # name arguments…, with PIPE for the pipe
    wanted "$1" || return
    local name=$1 code arguments=() argument
    shift
    for argument in "$@"; do arguments+=("${argument/PIPE//dev/fd/9}"); done
    timeout -k 5 "$patience" $denpa "${arguments[@]}" 9< <(cat "$input/model.safetensors") >"$scratch/out" 2>"$scratch/err"
    code=$?
    verdict "$name" $code "$([ $code -eq 0 ] || echo 'the exit code is not 0')" "$(head -n 1 "$scratch/err" "$scratch/out" -q | head -n 1)"
    rm -f model.safetensors
}
piped 'a summary of a model out of a pipe' summary PIPE
piped 'predictions by a model out of a pipe' predict PIPE houses.csv
piped 'evaluating a model out of a pipe' evaluate PIPE houses.csv
piped 'beginning from a model out of a pipe' train houses.csv --target price -q --epochs 2 --seed 4 --from PIPE
name='text out of a pipe as a model'
if wanted "$name"; then
    yes | timeout -k 5 "$patience" $denpa summary /dev/stdin >"$scratch/out" 2>"$scratch/err"
    code=${PIPESTATUS[1]}
    verdict "$name" $code "$([ $code -eq 4 ] || echo 'the exit code is not 4')" "$(head -n 1 "$scratch/err" | cut -c 1-150)"
fi

# Fewer files and less memory than the runtime needs to load its parts.
limited() { # name limit
    wanted "$1" || return
    (ulimit $2 && exec $denpa train noise.csv $small) >"$scratch/out" 2>"$scratch/err"
    local code=$? fault=''
    [ $code -eq 2 ] || fault='the exit code is not 2; '
    [ "$(wc -l <"$scratch/err")" -eq 1 ] || fault+='not one line on standard error; '
    grep -qE '^ +at |Unhandled' "$scratch/err" && fault+='a stack trace; '
    verdict "$1" $code "$fault" "$(head -n 1 "$scratch/err")"
    rm -f model.safetensors
}
for files in 28 32 40 48 56 64; do limited "at most $files open files" "-n $files"; done
for memory in 64000 65536 90000; do limited "at most $memory kB of data" "-d $memory"; done
