# Wrong commands, options and values: exit 2, and what was probably meant.
usage() { check "$1" 2 "$2" -- "${@:3}"; }

usage 'a command misspelt' 'did you mean train?' trian
usage 'no such command' 'there is no command frobnicate' frobnicate
usage 'an option misspelt' 'did you mean --optimizer?' train noise.csv --optimzer adam
usage 'an option misspelt, with =' 'did you mean --epochs?' train noise.csv --epoch=3
usage 'an option where the model was wanted' 'did you mean --json?' summary --jsn
usage 'a value misspelt' 'did you mean adam?' train noise.csv --optimizer adm
usage 'an activation misspelt' 'did you mean sigmoid?' train noise.csv --activation sigmod
usage 'one word too many' 'unexpected argument houses.csv' train noise.csv houses.csv
usage 'an option without its value' '--epochs: needs N' train noise.csv --epochs
usage 'no epochs' '--epochs: "0"' train noise.csv --epochs 0
usage 'epochs that are no number' '--epochs: "many"' train noise.csv --epochs many
usage 'epochs beyond any number' '--epochs: "99999999999"' train noise.csv --epochs 99999999999
usage 'a negative learning rate' '--lr: "-1"' train noise.csv --lr -1
usage 'a learning rate that is NaN' '--lr: "nan"' train noise.csv --lr nan
usage 'a dropout of 1' '--dropout: "1"' train noise.csv --dropout 1
usage 'a momentum of 1' '--momentum: "1"' train noise.csv --optimizer momentum --momentum 1
usage 'momentum for an optimizer without' 'takes no momentum' train noise.csv --momentum 0.5
usage 'a batch of 0' '--batch: "0"' train noise.csv --batch 0
usage 'a layer without units' '--hidden: "0"' train noise.csv --hidden 8,0
usage 'hidden layers beyond memory' 'GB of memory' train noise.csv --hidden 2000000,2000000
usage 'hidden layers beyond all bounds' 'GB of memory' train noise.csv --hidden 2000000000,2000000000
usage 'a split beyond 100' '--split: "80/10/20"' train noise.csv --split 80/10/20
usage 'a split without training rows' '--split: "0/50/50"' train noise.csv --split 0/50/50
usage 'a time without a unit' '--time: "60"' train noise.csv --time 60
usage 'a negative seed' '--seed: "-1"' train noise.csv --seed -1
usage 'no threads' '--threads: "0"' train noise.csv --threads 0
usage 'an initialiser without its number' '--init' train noise.csv --init normal:
usage 'a loss for another task' 'use cross-entropy' train noise.csv --loss mse
usage 'balanced classes of a number' 'balanced classes need classes' train houses.csv --target price --class-weight balanced
usage 'resume without a checkpoint' 'needs --checkpoint DIR' train noise.csv --resume
usage 'probabilities of a number' '--proba' predict "$input/model.safetensors" houses.csv --proba
usage 'a check that is none' '--fail-if' evaluate "$input/model.safetensors" houses.csv --fail-if 'rmse is 3'
usage 'a check of no metric' 'there is no metric' evaluate "$input/model.safetensors" houses.csv --fail-if 'accuracy<0.9'
usage 'negative patience' '--patience: "-1"' train noise.csv --patience -1
usage 'a negative weight decay' '--weight-decay: "-1"' train noise.csv --weight-decay -1
usage 'clipping to nothing' '--clip-norm: "0"' train noise.csv --clip-norm 0
usage 'a learning rate beyond any number' '--lr: "1e999"' train noise.csv --lr 1e999
usage 'a gamma of 2' '--gamma: "2"' train noise.csv --gamma 2
usage 'steps of no size' '--step-size: "0"' train noise.csv --schedule step --step-size 0
usage 'a negative warm-up' '--warm-up: "-1"' train noise.csv --warm-up -1
usage 'no such element type' 'did you mean float32?' train noise.csv --dtype float16
usage 'an initialiser of a negative spread' '--init: "normal:-1"' train noise.csv --init normal:-1
usage 'hidden layers that are no numbers' '--hidden: "x"' train noise.csv --hidden x
usage 'a split of two parts that are less than all' '--split: "80/10"' train noise.csv --split 80/10
usage 'a time beyond all bounds' '--time: "99999999999h"' train noise.csv --time 99999999999h
usage 'weights of another network' 'different layers' train houses.csv --hidden 3 --from "$input/model.safetensors"
usage 'another target than that of the model to start from' 'the model predicts' train houses.csv --target town --from "$input/model.safetensors"
usage 'folds of a model to start from' 'name one' train houses.csv --folds 3 --from "$input/model.safetensors"
usage 'images without labels' 'two IDX files' train --idx images
usage 'a table and images' 'leave one out' train noise.csv --idx images labels
usage 'rows of no part' '--rows: "some"' evaluate "$input/model.safetensors" houses.csv --rows some
usage 'kept columns in JSON' 'name it by -o' predict "$input/model.safetensors" houses.csv --json --keep-columns
usage 'a model over its data' 'another file of this command' train noise.csv -o noise.csv
usage 'a history over the model' 'another file of this command' train noise.csv -o a --history a
usage 'predictions over their data' 'another file of this command' predict "$input/model.safetensors" houses.csv -o ./houses.csv
usage 'no such data set' 'use one of' data make nothing
usage 'a data set without rows' '--rows: "0"' data make xor --rows 0
usage 'seconds beyond all times' '--seconds: "1e300"' bench --only xor --seconds 1e300
