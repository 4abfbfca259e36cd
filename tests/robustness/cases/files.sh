# Files of the user's that must not be harmed: other files' neighbours, inputs under other names, permissions, links, and what is no file.
small="-q --epochs 2 --hidden 4"

# What stands in the folder under names that look like a killed run's leftovers.
name='hidden files of the user beside the outputs'
if wanted "$name"; then
    hidden=(.m.st.metadata.csv .p.csv.backup-2024a .p.csv.abcdefgh.ijk .data.settings.csv run/.checkpoint.safetensors.notes run/.mine.txt
        .denpa-0123456789abcdef0123456789abcdef.tmp)
    mkdir run
    for file in "${hidden[@]}"; do echo mine >"$file"; done
    {
        $denpa train noise.csv $small -o m.st --checkpoint run --events e.jsonl --history h.csv
        $denpa predict m.st noise.csv -o p.csv
        $denpa data make xor -o .data.settings.csv.csv
    } >"$scratch/out" 2>"$scratch/err"
    code=$?
    fault=
    for file in "${hidden[@]}"; do [ "$(cat "$file" 2>/dev/null)" = mine ] || fault+="$file is gone; "; done
    [ $code -eq 0 ] || fault+='the exit code is not 0; '
    verdict "$name" $code "$fault" "${#hidden[@]} hidden files are as they were"
    rm -rf run m.st p.csv e.jsonl h.csv .data.settings.csv.csv "${hidden[@]}"
fi

# An output that is an input by another name: refused before anything is read, and the input is as it was.
cp "$input/model.safetensors" kept.safetensors
cp noise.csv kept.csv
ln -s noise.csv symlink.csv
ln noise.csv hardlink.csv
ln -s . here
mkdir run
cp kept.csv run/checkpoint.safetensors
cp kept.csv run/checkpoint.previous.safetensors
collides() { # name arguments…
    wanted "$1" || return
    check "$1" 2 'another file of this command' -- "${@:2}"
    same noise.csv kept.csv || { verdict "$1: the table" 2 'it has been written over' ''; cp kept.csv noise.csv; }
    same kept.safetensors "$input/model.safetensors" || { verdict "$1: the model" 2 'it has been written over' ''; cp "$input/model.safetensors" kept.safetensors; }
    same run/checkpoint.safetensors kept.csv || { verdict "$1: the checkpoint" 2 'it has been written over' ''; cp kept.csv run/checkpoint.safetensors; }
}
for output in --events --history -o; do
    collides "$output over the table by a symbolic link" train noise.csv $small $output symlink.csv
    collides "$output over the table by a hard link" train noise.csv $small $output hardlink.csv
    collides "$output over the table by another way" train noise.csv $small $output here/./noise.csv
    collides "$output over the table that comes by a link" train symlink.csv $small $output "$work/noise.csv"
    collides "$output over the test table" train houses.csv --target price $small --test noise.csv $output hardlink.csv
    collides "$output over a checkpoint" train noise.csv $small --checkpoint run $output run/checkpoint.safetensors
    collides "$output over the checkpoint before" train noise.csv $small --checkpoint run $output here/run/checkpoint.previous.safetensors
done
collides 'events over the model to begin from' train houses.csv --target price $small --from kept.safetensors --events kept.safetensors
collides 'a history over the model to begin from' train houses.csv --target price $small --from kept.safetensors --history here/kept.safetensors
collides 'a history over the events' train noise.csv $small --events new.jsonl --history here/new.jsonl
collides 'events over the model to be' train noise.csv $small -o new.safetensors --events here/../here/new.safetensors
collides 'predictions over the table by a hard link' predict kept.safetensors noise.csv -o hardlink.csv
collides 'predictions over the model' predict kept.safetensors houses.csv -o here/kept.safetensors
name='a model over the table on standard input'
if wanted "$name"; then
    (cd "$work" && find . | sort) >"$scratch/before"
    $denpa train - $small -o noise.csv <noise.csv >"$scratch/out" 2>"$scratch/err"
    inspect "$name" 2 'another file of this command' $?
    same noise.csv kept.csv || { verdict "$name, kept" 2 'it has been written over' ''; cp kept.csv noise.csv; }
fi
name='a model over standard output'
if wanted "$name"; then
    $denpa train noise.csv $small -o pages >pages 2>"$scratch/err"
    code=$?
    verdict "$name" $code "$([ $code -eq 2 ] || echo 'the exit code is not 2')" "$(head -n 1 "$scratch/err")"
    rm -f pages
fi
rm -rf kept.safetensors symlink.csv hardlink.csv here run

# Permissions and links.
keeps() { # name mode output-option arguments…
    wanted "$1" || return
    local name=$1 mode=$2 fault='' code
    shift 2
    : >private
    chmod "$mode" private
    $denpa "$@" >"$scratch/out" 2>"$scratch/err"
    code=$?
    [ $code -eq 0 ] || fault="the exit code is $code; "
    [ -s private ] || fault+='it is empty; '
    [ "$(stat -c %a private)" = "$mode" ] || fault+="its mode was $mode and is $(stat -c %a private); "
    verdict "$name" $code "$fault" "mode $(stat -c %a private)"
    rm -f private model.safetensors
}
for mode in 600 640 664; do
    keeps "a model over a file of mode $mode" $mode train noise.csv $small -o private
    keeps "a history over a file of mode $mode" $mode train noise.csv $small --history private
    keeps "predictions over a file of mode $mode" $mode predict "$input/model.safetensors" houses.csv -o private
    keeps "a made set over a file of mode $mode" $mode data make xor -o private
done
name='a model over a file of another owner'
if wanted "$name"; then
    if : >owned && chown 12:34 owned 2>/dev/null; then
        $denpa train noise.csv $small -o owned >"$scratch/out" 2>"$scratch/err"
        code=$?
        verdict "$name" $code "$([ "$(stat -c %u:%g owned)" = 12:34 ] || echo "the owner is $(stat -c %u:%g owned)")" ''
    else
        skip "$name" 'needs chown'
    fi
    rm -f owned
fi
protects() { # name arguments…
    wanted "$1" || return
    echo precious >protected
    chmod 444 protected
    check "$1" 2 'write-protected' -- "${@:2}"
    [ "$(cat protected)" = precious ] || verdict "$1, kept" 2 'it has been written over' ''
    rm -f protected
}
protects 'a write-protected file for the model' train noise.csv $small -o protected
protects 'a write-protected file for events' train noise.csv $small --events protected
protects 'a write-protected file for the history' train noise.csv $small --history protected
protects 'a write-protected file for predictions' predict "$input/model.safetensors" houses.csv -o protected
protects 'a write-protected file for a made set' data make xor -o protected
keeps 'a write-protected model, by force' 444 train noise.csv $small --force -o private
keeps 'write-protected events, by force' 444 train noise.csv $small --force --events private
keeps 'write-protected predictions, by force' 444 predict "$input/model.safetensors" houses.csv --force -o private

follows() { # name arguments…
    wanted "$1" || return
    local name=$1 fault='' code
    shift
    mkdir -p there
    : >there/file
    chmod 640 there/file
    ln -s there/file link
    ln -s there/new dangling
    for link in link dangling; do
        $denpa "$@" $link >"$scratch/out" 2>"$scratch/err"
        code=$?
        [ $code -eq 0 ] || fault+="the exit code is $code; "
        [ -L $link ] || fault+="$link is no link any more; "
    done
    [ -s there/file ] && [ -s there/new ] || fault+='what it points to has not been written; '
    [ "$(stat -c %a there/file)" = 640 ] || fault+='the mode has changed; '
    [ "$(ls -A there | wc -l)" -eq 2 ] || fault+="left behind: $(ls -A there); "
    verdict "$name" $code "$fault" 'the link stays, and the file behind it is written'
    rm -rf there link dangling model.safetensors
}
follows 'a model by a link' train noise.csv $small -o
follows 'a history by a link' train noise.csv $small --history
follows 'predictions by a link' predict "$input/model.safetensors" houses.csv -o
ln -s circle circle
check 'a link to itself' 2 'circle' -- train noise.csv $small -o circle
rm -f circle

# What is no file.
passes() { # name path option arguments…
    wanted "$1" || return
    local name=$1 path=$2 before code
    before=$(stat -c '%F %t %T' "$path")
    $denpa "${@:3}" "$path" >"$scratch/out" 2>"$scratch/err"
    code=$?
    verdict "$name" $code "$([ $code -eq 0 ] || echo "the exit code is $code; ")$([ "$(stat -c '%F %t %T' "$path")" = "$before" ] || echo 'it is another thing now')" "$before"
    rm -f model.safetensors
}
# A device is bound to a name of our own, so that one that is replaced is no loss.
bound() { # name device: whether it is bound to $work/device
    : >device
    [ -n "$mounts" ] && [ -e "$2" ] && mount --bind "$2" device 2>/dev/null && return
    rm -f device
    skip "$1" 'needs a mount'
    return 1
}
unbind() { umount device; rm -f device; }
if bound 'outputs into a null device' /dev/null; then
    for option in -o --history; do passes "$option into a null device" device train noise.csv $small $option; done
    passes 'predictions into a null device' device predict "$input/model.safetensors" houses.csv -o
    unbind
fi
mkfifo pipe
for case in "-o" "--history"; do
    name="$case into a pipe"
    wanted "$name" || continue
    timeout -k 5 "$patience" cat pipe >"$scratch/through" &
    reader=$!
    timeout -k 5 "$patience" $denpa train noise.csv $small $case pipe >"$scratch/out" 2>"$scratch/err"
    code=$?
    sleep 0.1
    kill $reader 2>/dev/null
    wait $reader 2>/dev/null
    fault=
    [ $code -eq 0 ] || fault="the exit code is $code; "
    [ -p pipe ] || fault+='the pipe is gone; '
    [ -s "$scratch/through" ] || fault+='nothing came through; '
    verdict "$name" $code "$fault" "$(stat -c %s "$scratch/through") bytes came through"
    rm -f pipe model.safetensors
    mkfifo pipe
done
rm -f pipe
name='a model into a descriptor'
if wanted "$name"; then
    $denpa train noise.csv $small -o /dev/fd/3 3>through >"$scratch/out" 2>"$scratch/err"
    code=$?
    fault=
    [ $code -eq 0 ] || fault="the exit code is $code; "
    $denpa summary through >/dev/null 2>&1 || fault+='what came through is no model; '
    verdict "$name" $code "$fault" ''
    rm -f through
fi
name='a model into standard output'
if wanted "$name"; then
    $denpa train noise.csv $small -o /dev/stdout 2>"$scratch/err" >through
    code=$?
    fault=
    [ $code -eq 0 ] || fault="the exit code is $code; "
    $denpa summary through >/dev/null 2>&1 || fault+='what came through is no model; '
    verdict "$name" $code "$fault" ''
    rm -f through
fi
check 'a model and a document into standard output' 2 'standard output too' -- predict "$input/model.safetensors" houses.csv --json -o /dev/stdout
check 'a descriptor that is not open' 2 'is not open' -- train noise.csv $small -o /dev/fd/97
if command -v python3 >/dev/null; then
    python3 -c "import socket; socket.socket(socket.AF_UNIX).bind('socket')"
    for option in -o --events --history; do check "$option over a socket" 2 'this is a socket' -- train noise.csv $small $option socket; done
    rm -f socket
fi
if bound 'outputs over a block device' "$(find /dev -maxdepth 1 -type b 2>/dev/null | head -n 1)"; then
    for option in -o --events --history; do check "$option over a block device" 2 'this is a block device' -- train noise.csv $small $option device; done
    unbind
fi
# Found out before anything is read.
for option in -o --history; do
    check "$option where no file can be made, before the table" 2 '/proc/denpa' -- train nowhere.csv $small $option /proc/denpa
done

# A pipe or a folder where a checkpoint's file is to be.
for file in checkpoint.safetensors checkpoint.previous.safetensors checkpoint.lock; do
    for thing in pipe folder; do
        mkdir -p run
        if [ $thing = pipe ]; then mkfifo run/$file; else mkdir run/$file; fi
        check "a $thing as $file" 3 "is a $thing" -- train noise.csv $small --checkpoint run --resume
        rm -rf run
    done
done

# A model where a checkpoint is to be, a name that no folder holds, a pipe that nobody reads.
mkdir run
cp "$input/model.safetensors" run/checkpoint.safetensors
check 'a model as a checkpoint' 3 'holds a model' -- train noise.csv $small --checkpoint run
same run/checkpoint.safetensors "$input/model.safetensors" || verdict 'a model as a checkpoint, kept' 3 'it has been written over' ''
rm -rf run
long=$(head -c 300 /dev/zero | tr '\0' x)
check 'a name of 300 letters, before the table' 2 'more than 255 bytes' -- train nowhere.csv $small -o "$long"
check 'a history of 300 letters, before the table' 2 'more than 255 bytes' -- train nowhere.csv $small --history "$long"
check 'the runtime as an output' 2 'denpa itself' -- train noise.csv $small -o "$(readlink -f "$(command -v dotnet)")" --force
mkfifo unread

# Whether a process has begun and done nothing for a second.
waits() { # process
    local before
    before=$(cut -d ' ' -f 14 "/proc/$1/stat" 2>/dev/null) || return 0
    sleep 1
    [ "$before" -gt 10 ] && [ "$before" = "$(cut -d ' ' -f 14 "/proc/$1/stat" 2>/dev/null)" ]
}

set -m
for case in '-o' '--events' '--history'; do
    name="$case into a pipe that nobody reads, interrupted"
    wanted "$name" || continue
    mkdir "$scratch/temporary"
    TMPDIR=$scratch/temporary $denpa train noise.csv $small $case unread >"$scratch/out" 2>"$scratch/err" &
    process=$!
    until waits $process; do :; done
    kill -TERM $process
    (sleep 15; kill -KILL $process) 2>/dev/null &
    watchdog=$!
    wait $process 2>/dev/null
    code=$?
    kill -KILL $watchdog 2>/dev/null
    fault=
    [ $code -eq 143 ] || fault='the exit code is not 143; '
    place=$(sed -n 's/.*it is saved as //p; s/.*the model is in \([^,]*\),.*/\1/p' "$scratch/err")
    [ "$case" = --events ] || $denpa summary "${place:-nowhere}" >/dev/null 2>&1 || fault+='there is no model where it says; '
    verdict "$name" $code "$fault" "$(head -n 1 "$scratch/err")"
    rm -rf "$scratch/temporary" model.safetensors
done
set +m
rm -f unread
if [ "$(id -u)" -eq 0 ] && setpriv --bounding-set -all --inh-caps=-all true 2>/dev/null; then
    mkdir "$input/open"
    echo precious >"$input/open/others"
    chmod 444 "$input/open/others"
    chmod 777 "$input/open"
    denpa="setpriv --bounding-set -all --inh-caps=-all $denpa" check 'a file that the process may not write' 2 'write-protected' \
        -- predict "$input/model.safetensors" houses.csv -o "$input/open/others"
fi
