# Files that cannot be written: exit 2, what was there stays, and nothing half-written is left.
small="-q --epochs 2 --hidden 4"
check 'a model into no folder' 2 'there is no folder' -- train noise.csv $small -o no/folder/m.safetensors
check 'a model over a folder' 2 'this is a folder' -- train noise.csv $small -o "$input"
check 'a model over a device' 2 'this is a device' -- train noise.csv $small -o /dev/full
check 'a history into no folder' 2 'there is no folder' -- train noise.csv $small --history no/history.csv
check 'events into no folder' 2 'there is no folder' -- train noise.csv $small --events no/events.jsonl
check 'predictions into no folder' 2 'no/folder' -- predict "$input/model.safetensors" houses.csv -o no/folder/p.csv

# A case on a disk of its own, filled up or made read-only after its preparation.
disk() { # name options case…
    local name=$1 options=$2
    shift 2
    wanted "$name" || return
    if [ -z "$mounts" ]; then
        skipped=$((skipped + 1))
        row "$name" - skipped 'needs a mount'
        return
    fi
    mkdir -p "$scratch/disk/one"
    mount -t tmpfs -o size=1m tmpfs "$scratch/disk/one"
    cp "$input/noise.csv" "$input/houses.csv" "$scratch/disk/one"
    work=$scratch/disk/one
    if [ -n "$options" ]; then $options; fi
    "$@"
    cd "$scratch/work" || exit 1
    umount "$scratch/disk/one"
    work=$scratch/work
}

fill() { head -c 2000000 /dev/zero >"$work/filling" 2>/dev/null; }
freeze() { mount -o remount,ro "$work"; }

disk 'a full disk for the model' fill check 'a full disk for the model' 2 'No space left' -- train noise.csv $small
disk 'a full disk for the predictions' fill check 'a full disk for the predictions' 2 'No space left' -- predict "$input/model.safetensors" houses.csv -o p.csv
disk 'a full disk for the checkpoints' fill check 'a full disk for the checkpoints' 3 'No space left' +run +run/checkpoint.lock -- train noise.csv $small --checkpoint run
disk 'a read-only folder for the model' freeze check 'a read-only folder for the model' 2 'Read-only' -- train noise.csv $small
disk 'a read-only folder for the checkpoints' freeze check 'a read-only folder for the checkpoints' 3 'Read-only' -- train noise.csv $small -o /tmp/never.safetensors --checkpoint run

# The disk fills up while training goes on: the checkpoint that was there is whole, and with room again the run goes on from it.
fills_up() {
    local name='a disk that fills up, and is emptied again' code fault=''
    $denpa train "$input/noise.csv" -q --epochs 500 --hidden 16 --patience 0 -o "$scratch/whole.safetensors" >/dev/null
    (cd "$work" && $denpa train "$input/noise.csv" -q --epochs 500 --hidden 16 --patience 0 --checkpoint run -o "$scratch/parts.safetensors") >"$scratch/out" 2>"$scratch/err" &
    local process=$!
    await $process test -e "$work/run/checkpoint.safetensors"
    fill
    wait $process
    code=$?
    [ $code -eq 3 ] || fault='the exit code is not 3; '
    rm -f "$work/filling"
    [ -z "$(find "$work/run" -name '.*')" ] || fault+='a temporary file is left; '
    (cd "$work" && $denpa train "$input/noise.csv" -q --epochs 500 --hidden 16 --patience 0 --checkpoint run --resume -o "$scratch/parts.safetensors") >/dev/null 2>"$scratch/err2" \
        || fault+="it does not go on: $(cat "$scratch/err2"); "
    same "$scratch/whole.safetensors" "$scratch/parts.safetensors" || fault+='the model is not the unbroken run'"'"'s; '
    verdict "$name" "$code" "$fault" "$(head -n 1 "$scratch/err")"
}
disk 'a disk that fills up, and is emptied again' '' fills_up

name='standard output on a full disk'
if wanted "$name"; then
    (cd "$work" && find . | sort) >"$scratch/before"
    : >"$scratch/out"
    $denpa predict "$input/model.safetensors" houses.csv >/dev/full 2>"$scratch/err"
    inspect "$name" 2 'No space left' $?
fi
