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
data 'a target misspelt' 'did you mean "rooms"?' "$input/houses.csv" --target room
data 'a feature misspelt' 'did you mean "size"?' "$input/houses.csv" --target price --features siez
data 'an ignored column misspelt' 'did you mean "town"?' "$input/houses.csv" --target price --ignore twon
data 'two columns of one name' 'twice.csv:1:3' "$input/twice.csv"
data 'a target of two columns' 'twice.csv:1:3' "$input/twice.csv" --target a
data 'a constant target' 'constant.csv' "$input/constant.csv"
data 'a target that is all missing' 'unlabelled.csv' "$input/unlabelled.csv"
data 'one class only' 'oneclass.csv' "$input/oneclass.csv"
data 'a text among numbers' 'text.csv:42:1' "$input/text.csv"
check 'NaN, which is missing' 0 'Saved' +model.safetensors -- train "$input/NaN.csv" -q --epochs 2
data 'infinity' 'Inf.csv:42:1' "$input/Inf.csv"
data 'a number beyond all bounds' '1e999.csv:42:1' "$input/1e999.csv"
data 'a line of 200 MB' 'long.csv:2' "$input/long.csv"
data 'fewer rows than classes' '6 rows are too few to learn the 8 classes' "$input/classes.csv" --split 80/10/10
data 'a split that leaves a part empty' '2 rows cannot be shared out' "$input/tiny.csv" --split 80/10/10
data 'a test table that is not there' 'nowhere.csv' houses.csv --target price --test nowhere.csv
data 'a test table without a column' 'rooms' houses.csv --target price --test "$input/missing.csv"
check '10 000 columns' 0 'Saved' +model.safetensors -- train "$input/wide.csv" -q --epochs 1 --hidden 4
check '10 000 columns, predicted' 3 'there is no column' -- predict "$input/model.safetensors" "$input/wide.csv" -o p.csv
data 'nothing on standard input' 'standard input: is empty' -
data 'no column left to learn from' 'no column is left' "$input/houses.csv" --target price --ignore size,rooms,town
data 'the target among the features' 'price' "$input/houses.csv" --target price --features price
data 'no such images' 'nowhere: there is no such file' --idx nowhere "$input/labels"
data 'images cut off' 'images-cut: ends after 79 of 80 bytes' --idx "$input/images-cut" "$input/labels"
data 'packed images cut off' 'images-cut.gz' --idx "$input/images-cut.gz" "$input/labels"
data 'images of a size beyond memory' 'images-vast: claims' --idx "$input/images-vast" "$input/labels"
data 'fewer labels than images' '19 labels' --idx "$input/images" "$input/labels-fewer"
data 'a table as images' 'does not begin as an IDX file' --idx "$input/houses.csv" "$input/labels"
data 'images and labels of one value' 'the one value' --idx "$input/images" "$input/labels"
data 'a Parquet file cut off' 'cut.parquet: is no whole Parquet file' "$input/cut.parquet"
data 'a Parquet file whose end lies' 'lying.parquet: is no whole Parquet file' "$input/lying.parquet"
data 'a Parquet file by another name' 'parquet.csv: is no whole Parquet file' "$input/parquet.csv"
data 'a workbook cut off' 'cut.xlsx: is no whole workbook' "$input/cut.xlsx"
data 'a workbook of the time before 2007' 'old.xls: is an Excel file of the time before 2007' "$input/old.xls"
data 'a pickled object' 'object.pkl: is a pickled object' "$input/object.pkl"
data 'a Feather file' 'table.feather: is an Arrow or Feather file' "$input/table.feather"
data 'a Parquet file within gzip' 'cut.parquet.gz: is a Parquet file, a workbook or an archive within gzip' "$input/cut.parquet.gz"
data 'a web page' 'page.csv: is a web page' "$input/page.csv"
data 'JSON of a hundred thousand arrays' 'deep.json:2: holds objects or arrays within' "$input/deep.json"
data 'JSON cut off' 'cut.json:20: ends within' "$input/cut.json"
data 'JSON with a key for each row' 'keys.json:5793: 5793 columns' "$input/keys.json"
data 'a sheet of a table without sheets' 'has no sheets' houses.csv --sheet 2
check 'JSON lines' 0 'Saved' +model.safetensors -- train "$input/lines.jsonl" -q --epochs 2
check 'packed JSON lines' 0 'Saved' +model.safetensors -- train "$input/lines.jsonl.gz" -q --epochs 2
check 'a training that diverges' 6 'try a learning rate below' -- train noise.csv -q --epochs 50 --lr 1e30

rows() { check "$1" 3 "$2" -- predict "$input/model.safetensors" "$input/$3" -o p.csv; }
rows 'a column missing when predicting' 'there is no column "rooms"' missing.csv
rows 'predicting a folder' 'folder.csv: is a' folder.csv
rows 'predicting an empty file' 'empty.csv: is empty' empty.csv
rows 'predicting a header without rows' 'header.csv:1' header.csv
rows 'predicting a ragged row' 'ragged-rows.csv:5:2' ragged-rows.csv
rows 'predicting a quote never closed' 'quote-rows.csv:5:3' quote-rows.csv
rows 'predicting NUL bytes' 'nul-rows.csv:5:3' nul-rows.csv
rows 'predicting random bytes' 'random.csv' random.csv
rows 'predicting two columns of one name' 'twice-rows.csv:1:3' twice-rows.csv
rows 'predicting text among numbers' 'two-rows.csv:5:2' two-rows.csv
check 'predicting NaN, which is missing' 0 '' +p.csv -- predict "$input/model.safetensors" "$input/NaN-rows.csv" -o p.csv
rows 'predicting a number beyond all bounds' '1e999-rows.csv:5:2' 1e999-rows.csv
rows 'predicting a line of 200 MB' 'long.csv:2' long.csv
check 'an unseen category when predicting' 0 '5 values of column "town" did not occur in training: Beppu' -- predict "$input/model.safetensors" "$input/unseen.csv"
check 'an unseen category, as JSON' 0 '5 values of column' -- predict "$input/model.safetensors" "$input/unseen.csv" --json
check 'evaluating without the target' 3 'there is no column "price"' -- evaluate "$input/model.safetensors" "$input/two-rows.csv" --json
check 'evaluating rows of another table' 3 'use --rows all' -- evaluate "$input/model.safetensors" "$input/unseen.csv" --rows test
check 'a metric below what was asked' 5 'rmse' -- evaluate "$input/model.safetensors" houses.csv --fail-if 'rmse>0.001'
check 'fetching from no folder' 3 'there is no folder' -- data fetch fashion-mnist --from ./nowhere
