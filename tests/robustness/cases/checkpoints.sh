# Checkpoints: damaged ones give way to the one before, foreign ones are refused, and two runs never share a folder.
options="-q --epochs 4 --hidden 4 --seed 2"
run() { $denpa train noise.csv $options "$@"; }
new_run() {
    rm -rf "$work/run"
    run --checkpoint run -o whole.safetensors >/dev/null 2>&1
}

latest=$work/run/checkpoint.safetensors
before=$work/run/checkpoint.previous.safetensors
new_run
check 'a finished run resumed' 0 'Saved' +again.safetensors -- train noise.csv $options --checkpoint run --resume -o again.safetensors
check 'other options' 3 'leave out --resume to begin afresh' -- train noise.csv -q --epochs 4 --hidden 5 --seed 2 --checkpoint run --resume
check 'more epochs of a schedule that ends with them' 3 'made with --epochs 4, not 5' -- train noise.csv -q --epochs 5 --hidden 4 --seed 2 --checkpoint run --resume
plain="noise.csv -q --hidden 4 --seed 2 --preset fast"
$denpa train $plain --epochs 4 --checkpoint plain -o whole.safetensors >/dev/null 2>&1
check 'more epochs' 0 'Saved' +more.safetensors -- train $plain --epochs 5 --checkpoint plain --resume -o more.safetensors
new_run
check 'other data' 3 'with noise.csv, not houses.csv' -- train houses.csv $options --checkpoint run --resume
check 'a file as the folder' 3 'cannot hold checkpoints' -- train noise.csv $options --checkpoint noise.csv

goes_on() { # name
    wanted "$1" || return
    check "$1" 0 'going on from the checkpoint before it' +again.safetensors -- train noise.csv $options --checkpoint run --resume -o again.safetensors
}
for share in 0 10 50 90 99; do
    new_run
    head -c $(($(stat -c %s "$latest") * share / 100)) "$latest" >"$scratch/cut" && cp "$scratch/cut" "$latest"
    goes_on "a checkpoint cut off at $share %"
done
for share in 0 10 50 90 99; do
    new_run
    place=$(($(stat -c %s "$latest") * share / 100))
    byte=$(od -An -tu1 -j "$place" -N1 "$latest")
    printf "\\x$(printf %02x $((byte ^ 4)))" | dd of="$latest" bs=1 seek="$place" conv=notrunc status=none
    goes_on "a checkpoint altered in the byte at $share %"
done
new_run
mv "$latest" "$scratch/moved"
if wanted 'a save broken between its two renames'; then
    run --checkpoint run --resume -o again.safetensors >"$scratch/out" 2>"$scratch/err"
    code=$?
    fault=
    same "$work/whole.safetensors" "$work/again.safetensors" || fault="the model is not the unbroken run's"
    verdict 'a save broken between its two renames' $code "$fault" "$(grep -h 'going on' "$scratch/err")"
    rm -f "$work/again.safetensors"
fi
new_run
: >"$latest"
echo 'nothing' >"$before"
check 'both checkpoints damaged' 3 'without --resume the run starts afresh' -- train noise.csv $options --checkpoint run --resume
check 'both damaged, and a fresh run' 0 'Saved' +again.safetensors -- train noise.csv $options --checkpoint run -o again.safetensors

# The second of two runs is refused; when the first is killed, its lock dies with it.
name='two runs on one folder'
if wanted "$name"; then
    rm -rf "$work/run"
    endless="-q --epochs 1000000 --patience 0 --hidden 4"
    $denpa train noise.csv $endless --checkpoint run -o first.safetensors >/dev/null 2>&1 &
    first=$!
    await $first test -e "$latest"
    $denpa train noise.csv $endless --checkpoint run -o second.safetensors >"$scratch/out" 2>"$scratch/err"
    code=$?
    fault=
    [ $code -eq 3 ] || fault='the exit code is not 3; '
    grep -q 'another run is using' "$scratch/err" || fault+='nothing says that another run is using the folder; '
    [ "$(wc -l <"$scratch/err")" -eq 1 ] || fault+='not one line on standard error; '
    [ -e second.safetensors ] && fault+='left behind: second.safetensors; '
    kill -0 $first || fault+='the first run is gone; '
    kill -KILL $first
    wait $first 2>/dev/null
    verdict "$name" $code "$fault" "$(head -n 1 "$scratch/err")"
    rm -f run/.denpa-*.tmp
    check 'the lock of a killed run is gone' 0 'Saved' +third.safetensors +run/checkpoint.previous.safetensors +run/checkpoint.safetensors \
        -- train noise.csv $endless --checkpoint run --resume --time 1s -o third.safetensors
fi
rm -rf "$work/run" "$work/whole.safetensors"
