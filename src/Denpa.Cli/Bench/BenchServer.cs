using System.Text.Json;
using Denpa.Cli.Ends;
using Denpa.Cli.Output;

namespace Denpa.Cli.Bench;

/// <summary>
/// Timing on request, for a program that times others in between: it reads lines, <c>time NAME</c> or <c>follow NAME FOLDER</c>, and
/// answers each with one line of JSON. What it prepared once it keeps, and warms up less the next time.
/// </summary>
internal static class BenchServer
{
    public static void Run(TextReader requests, Stream answers, Timing timing)
    {
        Dictionary<string, ITimed> prepared = [];
        while (requests.ReadLine() is { } line)
        {
            string[] words = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
            Workload workload = words.Length > 1 && Workloads.Find(words[1]) is { } found ? found : throw Unreadable(line);
            bool isWarm = prepared.TryGetValue(workload.Name, out ITimed? known);
            ITimed work = known ?? workload.Prepare();
            prepared[workload.Name] = work;
            (string name, double[] numbers) = (words, work) switch
            {
                (["time", _], _) => ("seconds", work.Time(isWarm ? timing with { WarmUp = timing.ShortestRun } : timing)),
                (["follow", _, string folder], IFollowable followable) => ("values", followable.Follow(folder)),
                _ => throw Unreadable(line),
            };
            Write(answers, name, numbers);
        }
    }

    private static void Write(Stream answers, string name, double[] numbers)
    {
        using (Utf8JsonWriter json = new(answers))
        {
            json.WriteStartObject();
            json.Numbers(name, numbers);
            json.WriteEndObject();
        }

        answers.WriteByte((byte)'\n');
        answers.Flush();
    }

    private static CommandException Unreadable(string line) =>
        new(ExitCode.Usage, $"--serve: \"{line}\" is neither time NAME nor follow NAME FOLDER");
}
