using System.Diagnostics;

namespace Denpa.Samples.Tests;

/// <summary>A sample as a reader runs it: a process of its own, from the root of the repository.</summary>
internal static class Sample
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>The root of the repository: where the solution is.</summary>
    public static string Root { get; } = FindRoot();

    public static string Folder => Path.Combine(Root, "samples");

    /// <summary>What a sample prints. It must end well and have nothing to complain of.</summary>
    public static SampleOutput Run(string name, params string[] arguments)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        foreach (string argument in (string[])["run", "-c", "Release", $"samples/{name}.cs", "--", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_NOLOGO"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{name} was still running after {Limit}");
        }

        Assert.True(process.ExitCode == 0, $"{name} ended with {process.ExitCode}:\n{output.Result}\n{errors.Result}");
        Assert.Equal("", errors.Result);
        return new SampleOutput(output.Result);
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Denpa.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("no folder above the tests holds Denpa.slnx");
    }
}
