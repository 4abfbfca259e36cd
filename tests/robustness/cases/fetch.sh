# Fetching: servers that send on to elsewhere or say too much, and a folder where something else stands under the names of a download.
# A server that gives every client the same bytes; Perl is part of every Debian.
serve() { # file with the answer
    rm -f "$scratch/port"
    perl -MIO::Socket::INET -e '
        my ($answer, $port) = @ARGV;
        my $server = IO::Socket::INET->new(LocalAddr => "127.0.0.1", Listen => 9, ReuseAddr => 1) or die;
        open(my $bytes, "<", $answer); local $/; my $content = <$bytes>;
        open(my $file, ">", "$port.new"); print $file $server->sockport; close $file; rename "$port.new", $port;
        $SIG{PIPE} = "IGNORE";
        while (my $client = $server->accept) {
            $/ = "\r\n"; while (my $line = <$client>) { last if $line eq "\r\n"; }
            print $client $content; close $client;
        }' "$1" "$scratch/port" &
    server=$!
    await $server test -e "$scratch/port"
    address=http://127.0.0.1:$(cat "$scratch/port")/
}

answers() { # name exit fragment answer: what the server says to every request
    if ! wanted "$1"; then return; fi
    if ! command -v perl >/dev/null; then skip "$1" 'needs perl'; return; fi
    printf "$4" >"$scratch/answer"
    serve "$scratch/answer"
    denpa="timeout 40 $denpa" check "$1" "$2" "$3" +fm -- data fetch fashion-mnist -q --patience 1 -o fm --from "$address"
    kill $server
    wait $server 2>/dev/null
}

head='HTTP/1.1 302 Found\r\nContent-Length: 0\r\n'
answers 'a redirection to a file' 3 'no address of http or https' "${head}Location: file:///etc/passwd\r\n\r\n"
answers 'a redirection to FTP' 3 'no address of http or https' "${head}Location: ftp://127.0.0.1/x\r\n\r\n"
answers 'a redirection to a script' 3 'no address of http or https' "${head}Location: javascript:alert(1)\r\n\r\n"
answers 'a redirection without end' 3 'more than 10 times' "${head}Location: /again\r\n\r\n"
answers 'a redirection to nowhere' 3 'does not say where to' "${head}\r\n"
answers 'a redirection to no address' 3 'does not say where to' "${head}Location: http://[\r\n\r\n"
long=$(head -c 60000 /dev/zero | tr '\0' 'x')
answers 'a status line of 60 KB' 3 'the server answers 404' "HTTP/1.1 404 $long\r\nContent-Length: 0\r\n\r\n"
answers 'no status line, of 60 KB' 3 'the connection failed' "$long\r\n\r\n"
answers 'a flood of headers' 3 'the connection failed' "HTTP/1.1 200 OK\r\nX: $long\r\nY: $long\r\n\r\n"
answers 'a redirection of 60 KB' 3 'the server sends on' "${head}Location: x:$long\r\n\r\n"
if wanted 'a gzip bomb'; then head -c 60000000 /dev/zero | gzip -9 >"$scratch/zeros.gz"; fi
bomb_answer() {
    local name='a gzip bomb'
    wanted "$name" || return
    command -v perl >/dev/null || { skip "$name" 'needs perl'; return; }
    { printf 'HTTP/1.1 200 OK\r\nContent-Length: %s\r\n\r\n' "$(stat -c %s "$scratch/zeros.gz")"; cat "$scratch/zeros.gz"; } >"$scratch/answer"
    serve "$scratch/answer"
    denpa="timeout 40 $denpa" check "$name" 3 'it has more than' +fm -- data fetch fashion-mnist -q -o fm --from "$address"
    kill $server
    wait $server 2>/dev/null
}
bomb_answer

# Nothing is written through a link, and nothing waits for the other end of a pipe.
place() { # name fragment file in the folder command that makes it
    if ! wanted "$1"; then return; fi
    mkdir "$work/fm" "$work/source"
    cp "$input/noise.csv" "$work/theirs"
    gzip -c "$input/houses.csv" >"$work/source/train-images-idx3-ubyte.gz"
    (cd "$work/fm" && ${@:4} "$3")
    denpa="timeout 20 $denpa" check "$1" 2 "$2" -- data fetch fashion-mnist -q -o fm --from source
    same "$input/noise.csv" "$work/theirs" || verdict "$1, and the file behind it" - 'it is written over' ''
    rm -rf "$work/fm" "$work/source" "$work/theirs"
}

image=train-images-idx3-ubyte
for file in $image.part $image.gz.part $image.gz.part.version $image; do
    place "a link under the name $file" "$file: this is a link" $file ln -s ../theirs
    place "a pipe under the name $file" "$file: this is a pipe" $file mkfifo
    place "a folder under the name $file" "$file: this is a folder" $file mkdir
done
for file in $image.part $image.gz.part $image.gz.part.version; do
    place "another file's second name, $file" "$file: this file has another name too" $file ln ../theirs
done
place 'a dangling link under a name of ours' "$image.part: this is a link" $image.part ln -s ../nowhere
name='a pipe as the source'
if wanted "$name"; then
    mkdir "$work/source"
    mkfifo "$work/source/$image.gz"
    denpa="timeout 20 $denpa" check "$name" 3 'this is a pipe' +fm -- data fetch fashion-mnist -q -o fm --from source
    rm -rf "$work/source"
fi
