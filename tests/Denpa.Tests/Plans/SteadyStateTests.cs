using System.Diagnostics;
using System.Globalization;
using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class SteadyStateTests
{
    [Theory]
    [InlineData("xor")]
    [InlineData("online-sgd")]
    [InlineData("mlp-sgd")]
    [InlineData("mlp-adam")]
    public async Task A_thousand_steady_steps_allocate_nothing(string workload) => Assert.Equal(0, await BytesAsync(workload));

    /// <summary>What a process that does nothing but the workload says that it allocated.</summary>
    private static async Task<long> BytesAsync(string workload)
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        string program = Path.Combine(
            RepositoryPaths.Root, "tests", "Denpa.SteadyState", "bin", configuration, "net10.0", "Denpa.SteadyState.dll");
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, workload])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
        string errors = await process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        Assert.Equal("", errors);
        return long.Parse(await output, CultureInfo.InvariantCulture);
    }
}
