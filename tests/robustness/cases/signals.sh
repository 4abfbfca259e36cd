# Ctrl-C and a polite request to end: the best model so far is saved, and the exit code is 130.
set -m
for signal in INT TERM; do
    name="SIG$signal while training, without patience"
    wanted "$name" || continue
    rm -f "$work/events.jsonl" "$work/best.safetensors"
    # Noise is soon learnt by heart, so the validation loss is best in an early epoch.
    $denpa train noise.csv -q --epochs 1000000 --patience 0 --hidden 64,64 --lr 0.01 --events events.jsonl -o best.safetensors >"$scratch/out" 2>"$scratch/err" &
    process=$!
    await $process grep -qs '"epoch":60,' "$work/events.jsonl"
    kill -$signal $process
    wait $process 2>/dev/null
    code=$?
    fault=
    [ $code -eq 130 ] || fault='the exit code is not 130; '
    grep -qE '^ +at |Unhandled' "$scratch/err" && fault+='a stack trace; '
    least=$(grep -o '"validationLoss":[0-9.eE+-]*' events.jsonl | cut -d: -f2 | sort -g | head -n 1)
    saved=$($denpa evaluate best.safetensors noise.csv --rows validation --json | sed -n 's/.*"logLoss": \([0-9.eE+-]*\).*/\1/p')
    awk -v a="$least" -v b="$saved" 'BEGIN { d = a - b; exit !(a != "" && b != "" && d < 1e-5 && d > -1e-5) }' || fault+="the best validation loss was $least, the model's is $saved; "
    left=$(find . -name '.*.safetensors.*')
    [ -z "$left" ] || fault+="left behind: $left; "
    verdict "$name" $code "$fault" "validation loss $saved, the least of $(grep -c '"epoch":' events.jsonl) epochs"
    rm -f events.jsonl best.safetensors
done

name='SIGINT with checkpoints, and resumed'
if wanted "$name"; then
    long="-q --epochs 1000 --patience 0 --hidden 8 --seed 3"
    $denpa train noise.csv $long -o unbroken.safetensors >/dev/null 2>&1
    $denpa train noise.csv $long --checkpoint run --events events.jsonl -o parts.safetensors >"$scratch/out" 2>"$scratch/err" &
    process=$!
    await $process grep -qs '"epoch":40,' "$work/events.jsonl"
    kill -INT $process
    wait $process 2>/dev/null
    code=$?
    fault=
    [ $code -eq 130 ] || fault='the exit code is not 130; '
    same unbroken.safetensors parts.safetensors && fault+='the training was over; '
    $denpa train noise.csv $long --checkpoint run --resume -o parts.safetensors >/dev/null 2>"$scratch/err" || fault+="it does not go on: $(cat "$scratch/err"); "
    same unbroken.safetensors parts.safetensors || fault+="the model is not the unbroken run's; "
    verdict "$name" $code "$fault" 'equal to the unbroken run, byte for byte'
    rm -rf run unbroken.safetensors parts.safetensors events.jsonl
fi

# Wherever the signal comes, the file is there and whole, or not there at all.
name='SIGINT while predictions are written'
if wanted "$name"; then
    RANDOM=$seed
    fault=
    complete=0
    begun=$(date +%s%N)
    $denpa predict "$input/model.safetensors" "$input/many.csv" -o "$scratch/p.csv"
    longest=$((($(date +%s%N) - begun) / 1000000))
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        $denpa predict "$input/model.safetensors" "$input/many.csv" -o p.csv >/dev/null 2>"$scratch/err" &
        process=$!
        sleep "$(printf '0.%03d' $(((longest / 2 + RANDOM % longest) % 1000)))"
        kill -INT $process 2>/dev/null
        wait $process 2>/dev/null
        code=$?
        [ $code -eq 0 ] || [ $code -eq 130 ] || fault="the exit code is $code; "
        [ $code -ne 0 ] || complete=$((complete + 1))
        if [ -e p.csv ]; then same p.csv "$scratch/p.csv" || fault+='the file is not whole; '; fi
        [ -z "$(find . -name '.p.csv.*')" ] || fault+='a temporary file is left; '
        rm -f p.csv
    done
    verdict "$name" 130 "$fault" "$complete of 10 were through before, and their files are whole"
fi

name='SIGINT while reading standard input'
if wanted "$name"; then
    mkfifo "$scratch/pipe"
    sleep 600 >"$scratch/pipe" &
    feeder=$!
    (cd "$work" && find . | sort) >"$scratch/before"
    $denpa train - -q <"$scratch/pipe" >"$scratch/out" 2>"$scratch/err" &
    process=$!
    sleep 1
    kill -INT $process
    wait $process 2>/dev/null
    code=$?
    kill $feeder
    wait $feeder 2>/dev/null
    inspect "$name" 130 '' $code
fi
set +m
