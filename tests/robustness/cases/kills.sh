# Trainings killed at random moments, many of them within a save, and resumed: each must end in the unbroken run's bytes. One in five
# is killed at any moment, the runtime's start included; the others once there is a checkpoint.
RANDOM=$seed
options="-q --epochs 400 --patience 0 --hidden 16,8 --dropout 0.1 --schedule plateau --seed 11"
$denpa train noise.csv $options -o unbroken.safetensors >/dev/null 2>&1
rm -rf run
begun=$(date +%s%N)
$denpa train noise.csv $options --checkpoint run -o timed.safetensors >/dev/null 2>&1
longest=$((($(date +%s%N) - begun) / 1000000))
same unbroken.safetensors timed.safetensors || verdict 'checkpoints change nothing' 0 'the models differ' ''
killed=0
equal=0
inside=0
early=0
while [ $killed -lt "$kills" ]; do
    rm -rf run resumed.safetensors
    delay=$(((RANDOM * 32768 + RANDOM) % longest))
    $denpa train noise.csv $options --checkpoint run --resume -o resumed.safetensors >/dev/null 2>&1 &
    process=$!
    [ $((RANDOM % 5)) -eq 0 ] || await $process test -e run/checkpoint.safetensors
    sleep "$(printf '%d.%03d' $((delay / 1000)) $((delay % 1000)))"
    kill -KILL $process 2>/dev/null
    wait $process 2>/dev/null
    # A run that ended before its kill says nothing.
    [ $? -eq 137 ] || continue
    killed=$((killed + 1))
    [ -n "$(find run -name '.denpa-*.tmp' 2>/dev/null)" ] && inside=$((inside + 1))
    [ -e run/checkpoint.safetensors ] || early=$((early + 1))
    fault=
    $denpa train noise.csv $options --checkpoint run --resume -o resumed.safetensors >/dev/null 2>"$scratch/err" || fault="resuming fails: $(head -n 1 "$scratch/err"); "
    same unbroken.safetensors resumed.safetensors && equal=$((equal + 1)) || fault+="the model is not the unbroken run's; "
    [ -z "$(find . -name '.denpa-*.tmp')" ] || fault+="left behind: $(find . -name '.denpa-*.tmp'); "
    [ -z "$fault" ] || verdict "kill $killed after $delay ms" 137 "$fault" ''
done
verdict "$kills trainings killed and resumed" 137 "$([ $equal -eq "$kills" ] || echo "only $equal are equal")" \
    "$equal equal to the unbroken run, byte for byte; $inside killed inside a save, $early before the first"
rm -rf run unbroken.safetensors timed.safetensors resumed.safetensors
