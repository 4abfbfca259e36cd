using System.Text.Json;

namespace Denpa.Cli.Tests.Bench;

/// <summary>Timing on request, and the numbers by which a comparison sees that two programs do the same work.</summary>
public sealed class ServeTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Each_line_is_answered_with_the_seconds_of_each_run()
    {
        JsonElement[] answers = Serve("time xor\ntime online-sgd\ntime xor\n");
        Assert.Equal(3, answers.Length);
        Assert.All(answers, answer => Assert.Equal(2, answer.GetProperty("seconds").GetArrayLength()));
    }

    [Fact]
    public void A_followed_product_is_the_given_matrices_last_row()
    {
        float[] identity = new float[64 * 64];
        for (int i = 0; i < 64; i++) identity[i * 65] = 2;
        float[] numbers = [.. Enumerable.Range(0, 64 * 64).Select(i => (float)i)];
        Npy.Write(workspace.PathOf("left.npy"), Tensor.From(identity, [64, 64]));
        Npy.Write(workspace.PathOf("right.npy"), Tensor.From(numbers, [64, 64]));
        double[] expected = [.. numbers[^64..].Select(number => 2.0 * number)];
        Assert.Equal(expected, Values(Serve($"follow gemm-64 {workspace.Folder}\n")));
    }

    /// <summary>
    /// All weights zero: the output is the bias b, and each step is b ← b − 0.01·(b − 1), so the error shrinks by 0.99 a step, and
    /// with it, squared and halved, the loss.
    /// </summary>
    [Fact]
    public void A_followed_training_gives_the_mean_loss_so_far()
    {
        const int steps = 5;
        Npy.Write(workspace.PathOf("features.npy"), Tensor.Ones([steps, 2]));
        Npy.Write(workspace.PathOf("targets.npy"), Tensor.Ones([steps, 1]));
        Npy.Write(workspace.PathOf("0.weight.npy"), Tensor.Zeros([10, 2]));
        Npy.Write(workspace.PathOf("0.bias.npy"), Tensor.Zeros([10]));
        Npy.Write(workspace.PathOf("2.weight.npy"), Tensor.Zeros([1, 10]));
        Npy.Write(workspace.PathOf("2.bias.npy"), Tensor.Zeros([1]));
        double[] values = Values(Serve($"follow online-sgd {workspace.Folder}\n"));
        Assert.Equal(steps, values.Length);
        double sum = 0;
        for (int step = 0; step < steps; step++)
        {
            sum += 0.5 * Math.Pow(0.99, 2 * step);
            Assert.Equal(sum / (step + 1), values[step], 1e-6);
        }
    }

    [Fact]
    public void What_is_neither_exits_with_2() =>
        Assert.Equal(2, workspace.RunWithInput("measure xor\n", "bench", "--serve").ExitCode);

    private static double[] Values(JsonElement[] answers) =>
        [.. Assert.Single(answers).GetProperty("values").EnumerateArray().Select(value => value.GetDouble())];

    private JsonElement[] Serve(string requests)
    {
        Outcome outcome = workspace.RunWithInput(requests, "bench", "--serve", "--runs", "2", "--seconds", "0.0001");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        string[] lines = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
