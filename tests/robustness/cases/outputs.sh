# Files that cannot be written: exit 2, what was there stays, and nothing half-written is left.
small="-q --epochs 2 --hidden 4"
check 'a model into no folder' 2 'there is no folder' -- train noise.csv $small -o no/folder/m.safetensors
check 'a model over a folder' 2 'this is a folder' -- train noise.csv $small -o "$input"
check 'a history into no folder' 2 'there is no folder' -- train noise.csv $small --history no/history.csv
check 'events into no folder' 2 'there is no folder' -- train noise.csv $small --events no/events.jsonl
check 'predictions into no folder' 2 'no/folder' -- predict "$input/model.safetensors" houses.csv -o no/folder/p.csv

check 'a model where no file can be made' 2 'cannot be written' -- train noise.csv $small -o /proc/model.safetensors
check 'checkpoints where no folder can be made' 3 'cannot hold checkpoints' -- train noise.csv $small --checkpoint /proc/run

# Root may do anything, until it gives that up.
plain=$denpa
if [ "$(id -u)" -eq 0 ]; then plain="setpriv --bounding-set -all --inh-caps=-all $denpa"; fi
if [ "$(id -u)" -ne 0 ] || setpriv --bounding-set -all --inh-caps=-all true 2>/dev/null; then
    mkdir "$input/closed"
    chmod 555 "$input/closed"
    cp "$input/houses.csv" "$input/unreadable.csv"
    cp "$input/model.safetensors" "$input/unreadable.safetensors"
    chmod 000 "$input/unreadable.csv" "$input/unreadable.safetensors"
    denpa=$plain check 'a folder without leave to write' 2 'is denied' -- train noise.csv $small -o "$input/closed/m.safetensors"
    denpa=$plain check 'checkpoints without leave to write' 3 'is denied' -- train noise.csv $small --checkpoint "$input/closed"
    denpa=$plain check 'a table without leave to read' 3 'cannot be opened' -- train "$input/unreadable.csv"
    denpa=$plain check 'a model without leave to read' 4 'is denied' -- predict "$input/unreadable.safetensors" houses.csv
else
    skip 'files and folders without leave' 'needs setpriv'
fi

# A case on a disk of its own, filled up or made read-only after its preparation.
disk() { # name options case…
    local name=$1 options=$2
    shift 2
    wanted "$name" || return
    if [ -z "$mounts" ]; then
        skip "$name" 'needs a mount'
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

# Events and progress are told to others; that they cannot be written is no reason to lose the training.
events_fill_up() {
    local name='events on a disk that fills up' code fault=''
    mkfifo "$scratch/gate"
    cat "$input/noise.csv" >"$work/noise.csv"
    (cd "$work" && $denpa train - -q --epochs 300 --patience 0 --hidden 4 --events events.jsonl -o "$scratch/m.safetensors" <"$scratch/gate") >"$scratch/out" 2>"$scratch/err" &
    local process=$!
    fill
    cat "$input/noise.csv" >"$scratch/gate"
    wait $process
    code=$?
    rm -f "$scratch/gate" "$work/filling"
    [ $code -eq 0 ] || fault='the exit code is not 0; '
    [ "$(wc -l <"$scratch/err")" -eq 1 ] || fault+='not one line on standard error; '
    grep -q 'training goes on' "$scratch/err" || fault+='nothing says that training goes on; '
    $denpa summary "$scratch/m.safetensors" >/dev/null 2>&1 || fault+='there is no model; '
    verdict "$name" $code "$fault" "$(head -n 1 "$scratch/err")"
}
disk 'events on a disk that fills up' '' events_fill_up

name='progress into a full disk'
if wanted "$name"; then
    (cd "$work" && find . | sort) >"$scratch/before"
    $denpa train noise.csv --epochs 40 --hidden 4 >"$scratch/out" 2>/dev/full
    code=$?
    : >"$scratch/err"
    inspect "$name" 0 'Saved' $code ./model.safetensors
fi

name='an error into a full disk'
if wanted "$name"; then
    $denpa train nowhere.csv >"$scratch/out" 2>/dev/full
    code=$?
    verdict "$name" $code "$([ $code -eq 3 ] || echo 'the exit code is not 3')" ''
fi

name='a reader that takes one line and goes'
if wanted "$name"; then
    for form in '' --json; do
        $denpa predict "$input/model.safetensors" "$input/many.csv" $form 2>"$scratch/err" | head -n 1 >"$scratch/out"
        code=${PIPESTATUS[0]}
        fault=
        [ $code -eq 0 ] || fault='the exit code is not 0; '
        [ -s "$scratch/out" ] || fault+='the line is missing; '
        [ -s "$scratch/err" ] && fault+='something is on standard error; '
        verdict "$name${form:+, as JSON}" $code "$fault" "$(head -n 1 "$scratch/out")"
    done
fi

name='standard output on a full disk'
if wanted "$name"; then
    (cd "$work" && find . | sort) >"$scratch/before"
    : >"$scratch/out"
    $denpa predict "$input/model.safetensors" houses.csv >/dev/full 2>"$scratch/err"
    inspect "$name" 2 'No space left' $?
fi
