# The words of a command line: options without their values, blank names, words that look like something else, and names that a shell or
# a terminal would take for more than a name.
word() { check "$1" 2 "$2" -- "${@:3}"; }

word 'resuming from nothing' '--from: needs MODEL' train --resume --from
word 'resuming with no folder' '--checkpoint: needs DIR' train --resume --checkpoint
word 'resuming with an option for a folder' '--checkpoint: needs DIR' train noise.csv --resume --checkpoint --from
for option in --target --task --features --ignore --test --idx --test-idx --split --hidden --activation --init --loss --optimizer --momentum \
    --lr --schedule --step-size --gamma --warm-up --weight-decay --dropout --clip-norm --batch --epochs --time --patience --class-weight --seed \
    --threads --dtype --from --checkpoint --output -o --history --events --lang; do
    word "an option for the value of $option" "$option: needs" train noise.csv --dry-run $option --json
    word "nothing for the value of $option" "$option: needs" train noise.csv --dry-run $option
    word "a dash for the value of $option" "$option: needs" train noise.csv --dry-run $option -x.csv
    word "nothing joined to $option" "$option: needs" train --dry-run $option= noise.csv
done
word 'an option for the predictions' '-o: needs FILE' predict "$input/model.safetensors" houses.csv -o --json
word 'an option for the check' '--fail-if: needs CHECK' evaluate "$input/model.safetensors" houses.csv --fail-if --json
word 'an option for the rows' '--rows: needs PART' evaluate "$input/model.safetensors" houses.csv --rows --json
word 'an option for the workloads' '--only: needs A,B' bench --only --json
word 'an option for a made set'"'"'s file' '-o: needs FILE' data make moons -o --json
word 'an option for a fetched set'"'"'s source' '--from: needs URL|FOLDER' data fetch fashion-mnist --from -o
word 'an option within a bundle' '-o: needs MODEL' train noise.csv -qo --json
word 'a file within a bundle' 'there is no option -qnoise.csv' train -qnoise.csv
word 'a value for a flag' '--json: takes no value' train noise.csv --dry-run --json=no
check 'help in the place of a value' 0 'Usage:' -- train --from --help
word 'a value that is help in a set' '--from: needs' train --from -- --help

word 'dashes alone' 'there is no command before --' --
word 'a command behind dashes' 'there is no command before --' -- train
word 'a subcommand behind dashes' 'there is no command before --' data -- list
word 'a directive' 'there is no command [suggest]' '[suggest]'
word 'any directive' 'there is no command [anything]' '[anything]'
word 'a directive before a command' 'there is no command [diagram]' '[diagram]' train noise.csv --dry-run
check 'help as a command' 0 'train [DATA]' -- help
check 'help of a command as a command' 0 '--hidden' -- help train
check 'a completion that lacks a value' 0 ':files' -- '[complete]' train --resume --from ''

for value in abc 0 -1 9999999999 1.5; do
    denpa="env DENPA_THREADS=$value $denpa" word "DENPA_THREADS of $value" "DENPA_THREADS is \"$value\"" train noise.csv --dry-run
done
for value in bogus avx1024 512; do
    denpa="env DENPA_VECTORS=$value $denpa" word "DENPA_VECTORS of $value" "DENPA_VECTORS is \"$value\"" train noise.csv --dry-run
done

for blank in '' ' ' $'\t'; do
    as=$(printf '%q' "$blank")
    word "a table called $as" 'is blank' train "$blank"
    for option in --target --test --from --checkpoint -o --history --events; do
        word "$option called $as" "$option: " train noise.csv --epochs 1 $option "$blank"
    done
    for option in --features --ignore; do word "$option of $as" "$option: " train noise.csv --epochs 1 $option "$blank"; done
    word "images called $as" 'is blank' train --idx "$blank" labels
    word "a model called $as" 'is blank' predict "$blank" houses.csv
    word "rows called $as" 'is blank' predict "$input/model.safetensors" "$blank"
    word "predictions called $as" 'is blank' predict "$input/model.safetensors" houses.csv -o "$blank"
    word "a model to evaluate called $as" 'is blank' evaluate "$blank" houses.csv
    word "a model to sum up called $as" 'is blank' summary "$blank"
    word "a made set's file called $as" 'is blank' data make moons -o "$blank"
    word "a fetched set's folder called $as" 'is blank' data fetch fashion-mnist -o "$blank" --from nowhere
    word "a fetched set's source called $as" 'is blank' data fetch fashion-mnist --from "$blank"
    word "workloads called $as" 'empty name' bench --only "$blank" --runs 1 --seconds 0.001
done
word 'features with a gap' 'empty name' train noise.csv --features a,,b
word 'features with an end of nothing' 'empty name' train noise.csv --features a,

# What begins with @ is no file of words, and what begins with a dash is a file behind -- or with its folder.
printf 'noise.csv\n--dry-run\n' >"$work/words"
word 'a file of words as the command' 'there is no command @words' @words
check 'a file of words as the table' 3 '@words: there is no such file' -- train @words
check 'a column that begins with @' 3 'there is no column "@words"' -- train noise.csv --target @words
rm -f "$work/words"
cp "$input/noise.csv" "$work/@noise.csv"
check 'a table that begins with @' 0 'Training' -- train @noise.csv --dry-run
mv "$work/@noise.csv" "$work/-noise.csv"
check 'a table that begins with a dash' 0 'Training' -- train --dry-run -- -noise.csv
rm -f "$work/-noise.csv"

# On the narrowest terminals and on a wide one, all of the help and all of a result.
letters() { tr -d '[:space:]' | sha256sum; }
name='widths of 1 to 19 and 300'
if wanted "$name"; then
    fault=
    for words in 'train --help' "summary $input/model.safetensors" 'data list'; do
        whole=$(COLUMNS=80 $denpa $words 2>&1 | letters)
        for width in 1 2 3 5 8 13 19 300 2147483647; do
            said=$(COLUMNS=$width timeout 20 $denpa $words 2>&1 | letters; exit "${PIPESTATUS[0]}") || fault+="$words fails at a width of $width; "
            [ "$said" = "$whole" ] || fault+="$words loses something at a width of $width; "
        done
    done
    verdict "$name" 0 "$fault" ''
fi

# Names that a terminal would obey: shown as dots, escaped in JSON, and in the command that is to be copied.
hidden=$'\xe2\x80\xae'
awk -v mark="$hidden" 'BEGIN { print "a" mark "b,z\033[31m,y"; for (i = 0; i < 60; i++) print i "," (i % 3 ? "u\xe2\x80\x8b" : "v\xe2\x81\xa6") "," (i % 2 ? "yes\xd8\x9c" : "no\xe2\x80\xa8") }' >"$input/marks.csv"
$denpa train "$input/marks.csv" -q --epochs 1 -o "$input/marks.safetensors" >/dev/null 2>&1
marks() { # name exit fragment arguments…: what is printed holds the fragment and nothing that a terminal would obey
    local name=$1 expected=$2 fragment=$3 code fault=''
    shift 3
    wanted "$name" || return
    (cd "$work" && timeout 120 $denpa "$@") >"$scratch/out" 2>"$scratch/err"
    code=$?
    rm -f "$work/model.safetensors"
    [ $code -eq "$expected" ] || fault="the exit code is not $expected; "
    grep -qF -- "$fragment" "$scratch/out" "$scratch/err" || fault+="nothing says \"$fragment\"; "
    grep -qE $'\033|\xe2\x80[\x8b-\x8f\xa8-\xae]|\xe2\x81[\xa0-\xaf]|\xd8\x9c' "$scratch/out" "$scratch/err" \
        && fault+='a mark that a terminal obeys is printed; '
    verdict "$name" $code "$fault" "$(head -n 1 "$scratch/err")"
}
marks 'direction marks in a table, trained' 0 'Saved' train "$input/marks.csv" -q --epochs 1
marks 'direction marks in a table, described' 0 'Next' data describe "$input/marks.csv"
marks 'direction marks in a table, as JSON' 0 '\u202E' data describe "$input/marks.csv" --json
marks 'direction marks in a model' 0 'Expects' summary "$input/marks.safetensors"
marks 'direction marks in an evaluation' 0 'accuracy' evaluate "$input/marks.safetensors" "$input/marks.csv"
marks 'direction marks in a file name' 3 'there is no such file' train "a${hidden}b.csv"
marks 'direction marks in a column name' 3 'there is no column' train noise.csv --target "a${hidden}b"
marks 'direction marks in an option' 2 'there is no option' train "--a${hidden}b"
marks 'direction marks in a command' 2 'there is no command' "a${hidden}b"

for name in -x.csv --test $'esc\033[31m.csv' $'line\nbreak.csv' '~' 'back\slash.csv' "mark$hidden.csv" $'-\ta'"b'c = ü.csv"; do
    case=$(printf 'pasting the next command for %q' "$name")
    wanted "$case" || continue
    fault=
    cp "$input/houses.csv" "$work/$name"
    $denpa train --target price --epochs 1 -o "m$name" -- "$name" >"$scratch/out" 2>"$scratch/err"
    code=$?
    [ $code -eq 0 ] || fault='the exit code is not 0; '
    next=$(sed -n 's/^Next  *denpa //p' "$scratch/out")
    [ -n "$next" ] && printf %s "$next" | grep -qE $'\033|\xe2\x80\xae' && fault+='a mark that a terminal obeys is printed; '
    bash -c "$denpa $next" >"$scratch/predictions" 2>"$scratch/err2" || fault+="it cannot be pasted: $(head -n 1 "$scratch/err2")"
    [ "$(wc -l <"$scratch/predictions")" -eq 91 ] || fault+='not every row is predicted; '
    verdict "$case" $code "$fault" "$next"
    rm -f -- "$work/$name" "$work/m$name"
done

# Many quotation marks in a name are no riddle to who looks for its sentence.
marks=$(printf '"a%.0s' $(seq 60))
denpa="timeout -k 5 20 $denpa" check 'sixty quotation marks, in Japanese' 3 '' -- train "$marks" --lang ja
