# Names of megabytes, thousands of classes: what people read is short and comes at once, what programs read is whole.
quickly() { denpa="timeout 20 $denpa" check "$@"; }

bomb() { # name of the files, letters: a class, a category and a column's name are so long
    awk -v letters="$2" 'BEGIN { long = "AbC "; while (length(long) < letters) long = long long
        long = substr(long, 1, letters)
        print "x,town" substr(long, 1, letters / 10) ",y"
        for (i = 0; i < 40; i++) print i "," (i % 3 ? "Ube" : "T" long) "," (i % 2 ? "B" long : "c") }' >"$input/$1.csv"
    timeout 60 $denpa train "$input/$1.csv" -q --epochs 1 --json -o "$input/$1.csv.safetensors" >/dev/null 2>&1
}
bomb megabytes 2000000
bomb half 500000
for name in megabytes half; do
    quickly "a class of $name, trained" 0 'Saved' +model.safetensors -- train "$input/$name.csv" -q --epochs 1
    quickly "a class of $name, summed up" 0 'Expects' -- summary "$input/$name.csv.safetensors"
    quickly "a class of $name, evaluated" 0 'accuracy' -- evaluate "$input/$name.csv.safetensors" "$input/$name.csv"
    quickly "a class of $name, described" 0 'Next' -- data describe "$input/$name.csv"
done
for name in megabytes half; do
    case="a class of $name, all of it in JSON"
    if wanted "$case"; then
        timeout 20 $denpa summary "$input/$name.csv.safetensors" --json >"$scratch/out" 2>&1
        code=$?
        verdict "$case" $code "$([ "$(wc -c <"$scratch/out")" -gt 900000 ] || echo 'it is cut')" ''
    fi
done

long=$(head -c 50000 /dev/zero | tr '\0' 'q')
quickly 'a target of 50 KB beside a column of 50 KB' 3 'there is no column' -- train "$input/half.csv" --target "$long"
quickly 'a table of 50 KB' 3 'there is no such file' -- train "$long"
quickly 'a model of 50 KB' 4 'is too long' -- summary "$long"
quickly 'a value of 50 KB' 2 '--optimizer: ' -- train noise.csv --optimizer "$long"
quickly 'a number of 50 KB' 2 '--epochs: ' -- train noise.csv --epochs "$long"
quickly 'a data set of 50 KB' 2 'there is no such dataset' -- data make "$long"
quickly 'a workload of 50 KB' 2 'there is no workload' -- bench --only "$long"
quickly 'a metric of 50 KB' 2 'there is no metric' -- evaluate "$input/model.safetensors" houses.csv --fail-if "$long<1"
quickly 'a source of 50 KB' 3 'there is no folder' -- data fetch fashion-mnist --from "$long"
quickly 'a target of 50 KB in Japanese' 3 'はありません' -- train "$input/half.csv" --target "$long" --lang ja
denpa="env DENPA_THREADS=$long $denpa" quickly 'a number of threads of 50 KB' 2 'DENPA_THREADS is' -- train noise.csv --dry-run

# Four thousand classes: the page has the worst confusions, the document the cells that are not 0.
awk 'BEGIN { srand(4); print "a,b,y"; for (i = 0; i < 8000; i++) print rand() "," rand() ",k" i % 4000 }' >"$input/thousands.csv"
$denpa train "$input/thousands.csv" --task classification --hidden 4 --epochs 1 -q --json -o "$input/thousands.safetensors" >/dev/null
denpa="timeout 60 $denpa" check 'thousands of classes, evaluated' 0 'the confusions with the most rows' -- evaluate "$input/thousands.safetensors" "$input/thousands.csv"
denpa="timeout 60 $denpa" check 'thousands of classes, as JSON' 0 'confusionCells' -- evaluate "$input/thousands.safetensors" "$input/thousands.csv" --json
quickly 'thousands of classes, summed up' 0 'and 3 980 more' -- summary "$input/thousands.safetensors"
