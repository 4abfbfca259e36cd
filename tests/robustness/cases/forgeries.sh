# Models and checkpoints that say what denpa never wrote, with a seal that is right.
forge="dotnet $here/../Denpa.Robustness/bin/Release/net10.0/Denpa.Robustness.dll --forge"
options="-q --epochs 4 --hidden 4 --seed 2 --preset fast"
$denpa train noise.csv $options --checkpoint "$input/genuine" -o "$scratch/genuine.safetensors" >/dev/null 2>&1
forged_run() { # name pattern replacement
    wanted "$1" || return
    rm -rf run
    cp -r "$input/genuine" run
    for file in checkpoint.safetensors checkpoint.previous.safetensors; do
        $forge "$input/genuine/checkpoint.safetensors" --output run/$file --pattern "$2" --by "$3"
    done
    check "$1" 3 'contradict each other' -- train noise.csv $options --checkpoint run --resume
    rm -rf run
}
forged_run 'a checkpoint at step 2⁶³ − 1' '"step":12' '"step":9223372036854775807'
forged_run 'a checkpoint at a step too early' '"step":12' '"step":0'
forged_run 'a checkpoint at the last epoch and not at the end' '"finished":"Epochs"' '"finished":null'
forged_run 'a checkpoint that ended for want of patience it had' '"finished":"Epochs"' '"finished":"Patience"'
forged_run 'a checkpoint that ended for a reason that is none' '"finished":"Epochs"' '"finished":99'
forged_run 'a checkpoint whose best epoch is to come' '"bestEpoch":[0-9]*' '"bestEpoch":400000'
forged_run 'a checkpoint that has waited for two thousand million epochs' '"waited":[0-9]*' '"waited":2147483647'
forged_run 'a checkpoint whose best is none of its losses' '"best":[0-9.]*' '"best":-1e308'
rm -rf "$input/genuine"

forged_model() { # name exit fragment pattern replacement
    wanted "$1" || return
    $forge "$input/model.safetensors" --output forged.safetensors --pattern "$4" --by "$5"
    check "$1" "$2" "$3" -- predict forged.safetensors houses.csv -o p.csv
    rm -f forged.safetensors
}
forged_model 'a model whose deviation is beyond all numbers' 4 'the data schema cannot be used' '"standardDeviation":[0-9.]*' '"standardDeviation":1e308'
forged_model 'a model whose mean is beyond all numbers' 4 'the data schema cannot be used' '"mean":[0-9.]*' '"mean":-1.7e308'
forged_model 'a model whose median is beyond all numbers' 4 'the data schema cannot be used' '"median":[0-9.]*' '"median":1.7e308'
$forge "$input/model.safetensors" --output forged.safetensors --number 1e30
check 'a model whose weights are all 1e30' 4 'weights' -- predict forged.safetensors houses.csv -o p.csv
check 'a training that begins from weights of 1e30' 6 '1E+30' -- train houses.csv --target price -q --seed 4 --epochs 2 --from forged.safetensors -o m.safetensors
rm -f forged.safetensors
