using System.Text.Json;

namespace Denpa.Cli.Tests.Bench;

/// <summary>What <c>bench</c> says, whatever the times are.</summary>
public sealed class BenchTests : IDisposable
{
    /// <summary>Just enough work to have something to print.</summary>
    private static readonly string[] Brief = ["--runs", "2", "--seconds", "0.0001"];

    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void The_workloads_are_those_that_are_promised()
    {
        string[] expected =
        [
            "fma-peak-1", "fma-peak", "gemm-64", "gemm-256", "gemm-1024", "gemm-2048", "mlp-sgd", "mlp-adam", "book-sgd",
            "tabular-adam", "online-sgd", "xor", "wide-sgd", "infer-1",
        ];
        Assert.Equal(expected, Listed().Select(workload => workload.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("fma-peak", "GFLOPS")]
    [InlineData("mlp-sgd", "ms/epoch")]
    [InlineData("mlp-adam", "ms/epoch")]
    [InlineData("book-sgd", "ms/epoch")]
    [InlineData("tabular-adam", "us/step")]
    [InlineData("online-sgd", "us/step")]
    [InlineData("xor", "us/step")]
    [InlineData("infer-1", "us/row")]
    public void A_workload_has_its_unit(string name, string unit) => Assert.Equal(unit, Listed(name).GetProperty("unit").GetString());

    /// <summary>By hand: 2·rows·(inputs·outputs) for the outputs of a layer, for its weights' gradients and for its inputs'.</summary>
    [Theory]
    [InlineData("gemm-64", 2.0 * 64 * 64 * 64)]
    [InlineData("infer-1", 2.0 * ((784 * 256) + (256 * 128) + (128 * 10)))]
    [InlineData("mlp-sgd", 468 * 2.0 * 128 * ((2 * 784 * 256) + (3 * 256 * 128) + (3 * 128 * 10)))]
    [InlineData("book-sgd", 600 * 2.0 * 100 * ((2 * 784 * 50) + (3 * 50 * 10)))]
    [InlineData("tabular-adam", 2.0 * 32 * ((2 * 30 * 64) + (3 * 64 * 32) + (3 * 32 * 2)))]
    [InlineData("online-sgd", 2.0 * ((2 * 2 * 10) + (3 * 10 * 1)))]
    public void The_operations_of_a_workload_are_those_of_its_products(string name, double operations) =>
        Assert.Equal(operations, Listed(name).GetProperty("flop").GetDouble());

    [Fact]
    public void An_epoch_of_the_mlp_is_60_gigaflop_and_a_wide_step_36_and_a_half()
    {
        Assert.Equal(60.3e9, Listed("mlp-sgd").GetProperty("flop").GetDouble(), 0.05e9);
        Assert.Equal(36.5e9, Listed("wide-sgd").GetProperty("flop").GetDouble(), 0.05e9);
    }

    [Fact]
    public void One_workload_as_json_is_one_document_with_machine_and_runs()
    {
        Outcome outcome = workspace.Run(["bench", "--only", "xor", "--json", "-q", "--threads", "1", .. Brief]);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        JsonElement document = outcome.Json;
        Assert.Equal(1, document.GetProperty("schemaVersion").GetInt32());
        Assert.Equal(1, document.GetProperty("threads").GetInt32());
        JsonElement machine = document.GetProperty("machine");
        Assert.NotEqual("", machine.GetProperty("processor").GetString());
        Assert.Equal(Environment.ProcessorCount, machine.GetProperty("cores").GetInt32());
        Assert.Contains(machine.GetProperty("vectorBits").GetInt32(), (int[])[128, 256, 512]);
        Assert.NotEqual("", machine.GetProperty("os").GetString());
        Assert.StartsWith(".NET", machine.GetProperty("dotnet").GetString(), StringComparison.Ordinal);

        JsonElement workload = Assert.Single(document.GetProperty("workloads").EnumerateArray());
        Assert.Equal("xor", workload.GetProperty("name").GetString());
        Assert.Equal("us/step", workload.GetProperty("unit").GetString());
        double[] runs = [.. workload.GetProperty("runs").EnumerateArray().Select(run => run.GetDouble())];
        Assert.Equal(2, runs.Length);
        Assert.All(runs, run => Assert.True(run > 0));
        Assert.Equal(runs.Min(), workload.GetProperty("min").GetDouble());
        Assert.Equal(runs.Average(), workload.GetProperty("median").GetDouble(), 1e-9);
        Assert.False(workload.TryGetProperty("gflops", out _));
    }

    [Fact]
    public void Products_and_the_peak_say_their_gflops()
    {
        Outcome outcome = workspace.Run(["bench", "--only", "gemm-64", "--only", "fma-peak-1", "--json", .. Brief]);
        JsonElement[] workloads = [.. outcome.Json.GetProperty("workloads").EnumerateArray()];
        Assert.Equal(["fma-peak-1", "gemm-64"], workloads.Select(workload => workload.GetProperty("name").GetString()));
        Assert.Equal(workloads[0].GetProperty("median").GetDouble(), workloads[0].GetProperty("gflops").GetDouble(), 1e-6);
        double seconds = workloads[1].GetProperty("median").GetDouble() / 1e6;
        Assert.Equal(2.0 * 64 * 64 * 64 / seconds / 1e9, workloads[1].GetProperty("gflops").GetDouble(), 1e-6);
        Assert.Equal(2, outcome.ErrorLines.Length);
    }

    [Fact]
    public void The_table_fits_80_columns_lines_up_and_ends_with_a_command()
    {
        Outcome outcome = workspace.Run(["bench", "--only", "online-sgd,tabular-adam,infer-1", .. Brief]);
        Assert.Equal(0, outcome.ExitCode);
        string[] lines = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.True(line.Length <= 80, line));
        Assert.StartsWith("Next      denpa bench --only tabular-adam", lines[^1], StringComparison.Ordinal);
        string head = Assert.Single(lines, line => line.Contains("of peak", StringComparison.Ordinal));
        string[] rows = [.. lines.Where(line => line.EndsWith(" %", StringComparison.Ordinal))];
        Assert.Equal(3, rows.Length);
        Assert.All(rows, row => Assert.Equal(head.Length, row.Length));
        Assert.All(rows, row => Assert.Equal(head.IndexOf("unit", StringComparison.Ordinal), row.IndexOf("us/", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_list_fits_80_columns() =>
        Assert.All(workspace.Run("bench", "--list").Output.Split('\n'), line => Assert.True(line.Length <= 80, line));

    [Theory]
    [InlineData("mlp-sdg", "did you mean mlp-sgd?")]
    [InlineData("convolution", "denpa bench --list")]
    public void An_unknown_workload_exits_with_2_and_says_what_was_meant(string name, string hint)
    {
        Outcome outcome = workspace.Run("bench", "--only", name);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains($"\"{name}\"", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(hint, outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--runs", "0")]
    [InlineData("--seconds", "0")]
    [InlineData("--threads", "0")]
    public void A_wrong_option_exits_with_2(string option, string value) => Assert.Equal(2, workspace.Run("bench", option, value).ExitCode);

    private JsonElement[] Listed()
    {
        Outcome outcome = workspace.Run("bench", "--list", "--json");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        return [.. outcome.Json.GetProperty("workloads").EnumerateArray()];
    }

    private JsonElement Listed(string name) => Assert.Single(Listed(), workload => workload.GetProperty("name").GetString() == name);
}
