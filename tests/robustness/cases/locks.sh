# Several runs at once, and a system that has little to give.
name='ten runs that write one output'
if wanted "$name"; then
    fault=
    for round in 1 2 3; do
        runs=()
        for run in 1 2 3 4 5 6 7 8 9 10; do
            $denpa predict "$input/model.safetensors" "$input/many.csv" -o together.csv >/dev/null 2>"$scratch/err.$run" &
            runs+=($!)
        done
        for run in "${runs[@]}"; do wait "$run" || fault+="one ends with $?; "; done
    done
    [ -z "$fault" ] || fault+=$(cat "$scratch"/err.* | head -n 1)
    [ -z "$(find . -name '.denpa-*.tmp' -o -name '.together*')" ] || fault+='a temporary file is left; '
    verdict "$name" 0 "$fault" "$(wc -l <together.csv) lines"
    rm -f together.csv "$scratch"/err.*
fi

# The first checkpoint of all fails: there is none to go on from, and nothing says so.
disk 'no room for the first checkpoint' fill check 'no room for the first checkpoint' 3 'there is none before it to go on from' +run +run/checkpoint.lock \
    -- train noise.csv -q --epochs 2 --checkpoint run -o /dev/null

# What training takes is counted before it begins: weights of 200 MB, and all that Adam keeps beside them.
name='Adam in 700 MB of memory'
if wanted "$name"; then
    (cd "$work" && DOTNET_GCHeapHardLimit=0x2BC00000 $denpa train noise.csv -q --epochs 1 --hidden 5000,5000,5000) >"$scratch/out" 2>"$scratch/err" </dev/null
    code=$?
    fault=
    [ $code -eq 2 ] || fault='the exit code is not 2; '
    grep -q 'training needs about' "$scratch/err" || fault+='nothing says how much it takes; '
    grep -q ' 0 GB' "$scratch/err" && fault+='it says 0 GB; '
    verdict "$name" $code "$fault" "$(head -n 1 "$scratch/err")"
    rm -f model.safetensors
fi
