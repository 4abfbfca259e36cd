# Tables that cannot be used: exit 3, with file, row and column; and those that can, with a word about it.
data() { check "$1" 3 "$2" -- train "${@:3}" -q --epochs 2; }

data 'no such file' 'nowhere.csv' nowhere.csv
data 'a folder' 'folder.csv: is a' "$input/folder.csv"
data 'an empty file' 'empty.csv: is empty' "$input/empty.csv"
data 'a header and no rows' 'header.csv:1' "$input/header.csv"
data 'a ragged row' 'ragged.csv:22' "$input/ragged.csv"
data 'a quote never closed' 'quote.csv:22' "$input/quote.csv"
data 'NUL bytes' 'nul.csv:7' "$input/nul.csv"
data 'random bytes' 'random.csv' "$input/random.csv"
data 'bytes of another encoding' 'latin.csv' "$input/latin.csv"
data 'a target misspelt' 'rooms' "$input/houses.csv" --target room
data 'a feature misspelt' 'size' "$input/houses.csv" --target price --features siez
data 'an ignored column misspelt' 'town' "$input/houses.csv" --target price --ignore twon
data 'two columns of one name' 'twice.csv:1:3' "$input/twice.csv"
data 'a target of two columns' 'twice.csv:1:3' "$input/twice.csv" --target a
data 'a constant target' 'constant.csv' "$input/constant.csv"
data 'a target that is all missing' 'unlabelled.csv' "$input/unlabelled.csv"
data 'one class only' 'oneclass.csv' "$input/oneclass.csv"
data 'a text among numbers' 'text.csv:42:1' "$input/text.csv"
data 'NaN' 'NaN.csv:42:1' "$input/NaN.csv"
data 'infinity' 'Inf.csv:42:1' "$input/Inf.csv"
data 'a number beyond all bounds' '1e999.csv:42:1' "$input/1e999.csv"
data 'a line of 200 MB' 'long.csv:2' "$input/long.csv"
data 'fewer rows than classes' '6 rows are too few to learn the 8 classes' "$input/classes.csv"
data 'a split that leaves a part empty' '2 rows cannot be shared out' "$input/tiny.csv"
data 'a test table that is not there' 'nowhere.csv' houses.csv --target price --test nowhere.csv
data 'a test table without a column' 'rooms' houses.csv --target price --test "$input/missing.csv"
check '10 000 columns' 0 'Saved' +model.safetensors -- train "$input/wide.csv" -q --epochs 1 --hidden 4
check 'a column missing when predicting' 3 'rooms' -- predict "$input/model.safetensors" "$input/missing.csv"
check 'an unseen category when predicting' 0 'town' -- predict "$input/model.safetensors" "$input/unseen.csv"
check 'predicting a folder' 3 'folder.csv: is a' -- predict "$input/model.safetensors" "$input/folder.csv"
check 'evaluating rows of another table' 3 'use --rows all' -- evaluate "$input/model.safetensors" "$input/unseen.csv" --rows test
