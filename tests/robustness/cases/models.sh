# Model files that cannot be used: exit 4, and why.
model() { check "$1" 4 "$2" -- "${@:3}"; }

damaged=$input/damaged.safetensors
size=$(stat -c %s "$input/model.safetensors")
alter() { # place: the byte there is changed
    cp "$input/model.safetensors" "$damaged"
    local byte
    byte=$(od -An -tu1 -j "$1" -N1 "$damaged")
    printf "\\x$(printf %02x $((byte ^ 1)))" | dd of="$damaged" bs=1 seek="$1" conv=notrunc status=none
}

replace() { # text by text of the same length
    LC_ALL=C sed "s/$1/$2/" "$input/model.safetensors" >"$damaged"
}

model 'no such model' 'nowhere.safetensors' summary nowhere.safetensors
model 'a folder as a model' 'this is a folder' summary "$input/folder.csv"
model 'a table as a model' 'this is a table, not a model' summary noise.csv
model 'a table to begin from' 'houses.csv' train noise.csv -q --from houses.csv -o m.safetensors
model 'a model as JSON' 'nowhere.safetensors' evaluate nowhere.safetensors houses.csv --json
: >"$damaged"
model 'an empty model' 'too short' summary "$damaged"
for share in 1 25 50 75 99; do
    head -c $((size * share / 100)) "$input/model.safetensors" >"$damaged"
    model "a model cut off at $share %" 'damaged.safetensors' predict "$damaged" houses.csv
done
head -c $((size - 1)) "$input/model.safetensors" >"$damaged"
model 'a model cut off by a byte' 'damaged.safetensors' predict "$damaged" houses.csv
{ cat "$input/model.safetensors"; echo; } >"$damaged"
model 'a model with a byte too many' 'follow the last tensor' predict "$damaged" houses.csv
for share in 0 5 10 20 30 40 50 60 70 80 90 99; do
    alter $((size * share / 100))
    model "a model altered in the byte at $share %" 'damaged.safetensors' evaluate "$damaged" houses.csv
done
replace 'table-model 2' 'table-model 3'
model 'a model of a newer form' 'a newer denpa wrote it' summary "$damaged"
replace 'table-model 2' 'trash-model 2'
model 'a safetensors file that is no model' 'this is not a denpa model' summary "$damaged"
printf '\xff\xff\xff\xff\xff\xff\xff\x7f{}' >"$damaged"
model 'a header of 9 quintillion bytes' 'the longest allowed' summary "$damaged"
