using System.Diagnostics;
using System.Globalization;
using Denpa.Robustness;

// Feeds the readers of models, checkpoints, tensors, tables and images spoilt files and prints a line for each reader.
// --files N for each reader, or --seconds N for each reader (10 when neither is given), --seed N, --threads N,
// --only models|checkpoints|safetensors|npy|tables|long-tables|images, --file N to feed one file alone and see what becomes of it.
// --forge FILE --output FILE [--pattern TEXT --by TEXT] [--number X] forges a model or checkpoint instead, and seals it.
Dictionary<string, string> options = [];
for (int i = 0; i + 1 < args.Length; i += 2) options[args[i]] = args[i + 1];
string[] known =
[
    "--files", "--seconds", "--seed", "--threads", "--only", "--file", "--forge", "--output", "--pattern", "--by", "--number",
];
if (args.Length % 2 != 0 || options.Keys.Except(known).Any())
{
    Console.Error.WriteLine($"options with a value each: {string.Join(", ", known)}");
    return 2;
}

if (options.TryGetValue("--forge", out string? genuine))
{
    Forgery.Write(
        genuine,
        options.GetValueOrDefault("--pattern"),
        options.GetValueOrDefault("--by", ""),
        options.GetValueOrDefault("--number"),
        options["--output"]);
    return 0;
}

ulong seed = (ulong)Number("--seed", 1);
TimeSpan? limit = options.ContainsKey("--files") ? null : TimeSpan.FromSeconds(Number("--seconds", 10));
long count = Number("--files", long.MaxValue);
bool sound = true;
foreach (FuzzTarget target in FuzzTarget.All)
{
    if (options.TryGetValue("--only", out string? only) && only != target.Name) continue;
    FuzzRun run = new(target, seed);
    long begun = Stopwatch.GetTimestamp();
    if (options.ContainsKey("--file")) run.Feed(Number("--file", 1));
    else run.Run(count, limit, (int)Number("--threads", 2));
    TimeSpan taken = Stopwatch.GetElapsedTime(begun);
    string fed = string.Create(CultureInfo.InvariantCulture, $"{target.Name,-12} {run.Files,10:N0} files  {run.Accepted,9:N0} still good");
    string cost = string.Create(CultureInfo.InvariantCulture, $"{run.MostBytes,10:N0} bytes at most  {taken.TotalSeconds,6:F1} s");
    Console.WriteLine($"{fed}  {cost}  {run.Failures.Count} failed");
    foreach (FuzzFailure failure in run.Failures) Console.WriteLine($"  --seed {seed} --file {failure.Number}: {failure.Fault}");
    sound &= run.Failures.Count == 0;
}

return sound ? 0 : 5;

long Number(string name, long preset) =>
    options.TryGetValue(name, out string? text) ? long.Parse(text, CultureInfo.InvariantCulture) : preset;
