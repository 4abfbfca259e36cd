using System.Diagnostics;
using System.Text.Json;

namespace Denpa.Cli.Tests;

/// <summary>What a run of the command left behind.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A folder of its own in which the command runs as a process, as a person would run it.</summary>
internal sealed class Workspace : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public Workspace() => Folder = Directory.CreateTempSubdirectory("denpa-test-").FullName;

    public string Folder { get; }

    /// <summary>Variables that the command finds set, besides those of the tests.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public static string Penguins { get; } = Path.Combine(AppContext.BaseDirectory, "Data", "penguins.csv");

    public string PathOf(string file) => Path.Combine(Folder, file);

    public string Write(string file, string content)
    {
        File.WriteAllText(PathOf(file), content);
        return file;
    }

    public Outcome Run(params string[] arguments) => Finish(Start(arguments));

    public Outcome RunWithInput(string input, params string[] arguments)
    {
        using Process process = Start(arguments);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        return Finish(process);
    }

    public Process Start(params string[] arguments)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "denpa.dll"));
        foreach ((string name, string value) in Variables) start.Environment[name] = value;
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    public static Outcome Finish(Process process)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Longest))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"denpa did not end within {Longest}");
        }

        return new Outcome(process.ExitCode, output.Result, error.Result);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
