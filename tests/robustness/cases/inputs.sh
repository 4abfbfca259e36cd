# Tables to be fed, and a good model, checkpoint and table for what needs them.
table() { cat >"$input/$1"; }

numbers() { # rows, then a row's text with i for its number
    awk -v rows="$1" -v form="$2" 'BEGIN { for (i = 1; i <= rows; i++) { line = form; gsub(/i/, i, line); print line } }'
}

awk 'BEGIN { srand(3); print "a,b,c,y"; for (i = 0; i < 120; i++) print rand() "," rand() "," rand() "," (rand() < .5 ? "yes" : "no") }' | table noise.csv
awk 'BEGIN { srand(5); print "size,rooms,town,price"
    for (i = 0; i < 90; i++) { s = 40 + int(rand() * 90); r = 1 + i % 4; print s "," r "," (i % 3 ? "Ube" : "Oita") "," s * 3 + r * 10 } }' | table houses.csv
: | table empty.csv
echo 'a,b,y' | table header.csv
{ echo a,b,y; numbers 20 'i,2,3'; echo 1,2; numbers 5 'i,2,3'; } | table ragged.csv
{ echo a,b,y; numbers 20 'i,2,3'; echo '1,"2,3'; numbers 5 'i,2,3'; } | table quote.csv
{ echo a,b,y; numbers 5 'i,2,3'; printf '1,\0,3\n'; } | table nul.csv
awk 'BEGIN { srand(9); for (i = 0; i < 4000; i++) printf "%c", 1 + int(rand() * 254) }' | table random.csv
{ echo a,b,a; numbers 30 'i,2,i'; } | table twice.csv
{ echo a,y; numbers 30 'i,same'; } | table constant.csv
{ echo a,y; numbers 30 'i,NA'; } | table unlabelled.csv
{ echo a,y; numbers 15 'i,yes'; numbers 15 'i,'; } | table oneclass.csv
{ echo a,y; numbers 40 'i,2i'; echo forty,80; } | table text.csv
for value in NaN Inf 1e999; do { echo a,y; numbers 40 'i,2i'; echo "$value,80"; } | table "$value.csv"; done
{ echo a,y; head -c 200000000 /dev/zero | tr '\0' 'a'; echo ,1; } >"$input/long.csv"
{ echo a,y; numbers 8 'i,class i of many'; } | table classes.csv
{ echo a,y; echo 1,2; echo 3,5; } | table tiny.csv
awk 'BEGIN { for (r = 0; r <= 30; r++) { for (c = 0; c < 10000; c++) printf "%s%s", (r ? (r * 7 + c) % 13 : "c" c), (c < 9999 ? "," : "\n") } }' | table wide.csv
{ echo size,rooms,town,price; numbers 5 '5i,i,Beppu,1'; } | table unseen.csv
{ echo size,town,price; numbers 5 '5i,Ube,1'; } | table missing.csv
{ echo size,rooms,town; numbers 3 '5i,i,Ube'; echo 60,2; } | table ragged-rows.csv
{ echo size,rooms,town; numbers 3 '5i,i,Ube'; echo '60,2,"Ube'; } | table quote-rows.csv
{ echo size,rooms,town; numbers 3 '5i,i,Ube'; printf '60,2,U\0be\n'; } | table nul-rows.csv
{ echo size,rooms,rooms,town; echo 60,2,2,Ube; } | table twice-rows.csv
for value in two NaN 1e999; do { echo size,rooms,town; numbers 3 '5i,i,Ube'; echo "60,$value,Ube"; } | table "$value-rows.csv"; done
{ echo size,rooms,town; seq 300000 | sed 's/$/,3,Ube/'; } | table many.csv
printf 'name\xff\xfe,y\n1,2\n' | table latin.csv
printf 'PAR1 and no more' | table cut.parquet
printf 'PAR1\377\377\377\177PAR1' | table lying.parquet
printf 'PAR1 and no more' | table parquet.csv
printf 'PK\003\004\024\0\0\0\010\0' | table cut.xlsx
printf '\320\317\021\340\241\261\032\341' | table old.xls
printf '\200\004\225\020\0\0\0\0\0\0\0' | table object.pkl
printf 'ARROW1\0\0' | table table.feather
gzip -c "$input/cut.parquet" | table cut.parquet.gz
printf '<!DOCTYPE html>\n<html><body>404</body></html>\n' | table page.csv
{ echo '{"a":1,"y":2}'; printf '{"a":'; head -c 100000 /dev/zero | tr '\0' '['; } | table deep.json
{ echo '['; numbers 18 '{"a":i,"y":2i},'; printf '{"a":1'; } | table cut.json
numbers 10000 '{"ki":1}' | table keys.json
numbers 40 '{"a":i,"y":2i}' | table lines.jsonl
gzip -c "$input/lines.jsonl" | table lines.jsonl.gz

idx() { # dimensions as octal bytes, count of data bytes
    printf '\0\0\010'"$1"
    head -c "$2" /dev/zero | tr '\0' '\7'
}
idx '\003\0\0\0\024\0\0\0\002\0\0\0\002' 80 >"$input/images"
idx '\003\0\0\0\024\0\0\0\002\0\0\0\002' 79 >"$input/images-cut"
idx '\003\177\377\377\377\0\0\377\377\0\0\377\377' 80 >"$input/images-vast"
idx '\001\0\0\0\024' 20 >"$input/labels"
idx '\001\0\0\0\023' 19 >"$input/labels-fewer"
gzip -c "$input/images" | head -c 30 >"$input/images-cut.gz"
mkdir "$input/folder.csv"
cp -r "$input"/{noise,houses}.csv "$work"
$denpa train "$input/houses.csv" --target price --epochs 3 --seed 4 -q -o "$input/model.safetensors" >/dev/null || exit 1
