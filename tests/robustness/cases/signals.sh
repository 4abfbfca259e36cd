# Ctrl-C, a polite request to end, a terminal that closes: the best model so far is saved, and the exit code is 128 and the signal's
# number, also when the signal comes twice at once, as from a terminal and from who watches it.
set -m
for case in INT:1:130 TERM:1:143 HUP:1:129 QUIT:1:131 INT:2:130 TERM:3:143 HUP:2:129 QUIT:2:131; do
    IFS=: read -r signal times expected <<<"$case"
    name="SIG$signal while training, without patience$([ "$times" -eq 1 ] || echo ", $times times")"
    wanted "$name" || continue
    rm -f "$work/events.jsonl" "$work/best.safetensors"
    # Noise is soon learnt by heart, so the validation loss is best in an early epoch.
    $denpa train noise.csv -q --epochs 1000000 --patience 0 --preset fast --hidden 64,64 --lr 0.01 --events events.jsonl -o best.safetensors >"$scratch/out" 2>"$scratch/err" &
    process=$!
    await $process grep -qs '"epoch":60,' "$work/events.jsonl"
    for _ in $(seq "$times"); do kill -$signal $process; done
    wait $process 2>/dev/null
    code=$?
    fault=
    [ $code -eq "$expected" ] || fault="the exit code is not $expected; "
    grep -qE '^ +at |Unhandled' "$scratch/err" && fault+='a stack trace; '
    least=$(grep -o '"validationLoss":[0-9.eE+-]*' events.jsonl | cut -d: -f2 | sort -g | head -n 1)
    saved=$($denpa evaluate best.safetensors noise.csv --rows validation --json | sed -n 's/.*"logLoss": \([0-9.eE+-]*\).*/\1/p' | head -n 1)
    awk -v a="$least" -v b="$saved" 'BEGIN { d = a - b; exit !(a != "" && b != "" && d < 1e-5 && d > -1e-5) }' || fault+="the best validation loss was $least, the model's is $saved; "
    left=$(find . -name '.denpa-*.tmp' -o -name '.*.safetensors.*')
    [ -z "$left" ] || fault+="left behind: $left; "
    verdict "$name" $code "$fault" "validation loss $saved, the least of $(grep -c '"epoch":' events.jsonl) epochs"
    rm -f events.jsonl best.safetensors
done

# Before there is anything to save, a signal ends the process quietly.
name='SIGINT in the first half second'
if wanted "$name"; then
    fault=
    for moment in 0.05 0.1 0.15 0.2 0.25 0.3 0.35 0.4 0.45; do
        $denpa train noise.csv -q --epochs 1000000 --patience 0 -o early.safetensors >"$scratch/out" 2>"$scratch/err" &
        process=$!
        sleep $moment
        kill -INT $process
        wait $process 2>/dev/null
        code=$?
        [ $code -eq 130 ] || fault+="after $moment s the exit code is $code; "
        [ "$(grep -vc '^denpa: interrupted' "$scratch/err")" -eq 0 ] || fault+="after $moment s: $(head -n 1 "$scratch/err"); "
        rm -f early.safetensors
    done
    [ -z "$(find . -name '.denpa-*.tmp' -o -name '.*.safetensors.*')" ] || fault+='a temporary file is left; '
    verdict "$name" $code "$fault" ''
fi

name='SIGHUP and SIGINT for who ignores them'
if wanted "$name"; then
    (
        trap '' HUP INT
        exec $denpa train noise.csv -q --epochs 1000000 --patience 0 --hidden 4 --events events.jsonl --time 2s -o late.safetensors
    ) >"$scratch/out" 2>"$scratch/err" &
    process=$!
    await $process grep -qs '"epoch":10,' "$work/events.jsonl"
    kill -HUP $process
    kill -INT $process
    wait $process 2>/dev/null
    code=$?
    verdict "$name" $code "$([ $code -eq 0 ] || echo 'the exit code is not 0')" "$(grep -h ^Stopped "$scratch/out")"
    rm -f events.jsonl late.safetensors
fi

# A run that stands still still has its folder.
name='the checkpoints of a stopped run'
if wanted "$name"; then
    $denpa train noise.csv -q --epochs 1000000 --patience 0 --hidden 4 --checkpoint run -o first.safetensors >/dev/null 2>&1 &
    process=$!
    await $process test -e run/checkpoint.safetensors
    kill -STOP $process
    $denpa train noise.csv -q --epochs 3 --checkpoint run -o second.safetensors >"$scratch/out" 2>"$scratch/err"
    code=$?
    fault=
    [ $code -eq 3 ] || fault='the exit code is not 3; '
    grep -q 'another run is using' "$scratch/err" || fault+='nothing says that another run is using the folder; '
    [ ! -e second.safetensors ] || fault+='left behind: second.safetensors; '
    kill -KILL $process
    wait $process 2>/dev/null
    verdict "$name" $code "$fault" "$(head -n 1 "$scratch/err")"
    rm -rf run first.safetensors second.safetensors
fi

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
        [ -z "$(find . -name '.denpa-*.tmp' -o -name '.p.csv.*')" ] || fault+='a temporary file is left; '
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
