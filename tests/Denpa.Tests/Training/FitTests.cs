namespace Denpa.Tests.Training;

public sealed class FitTests
{
    private static readonly float[,] Corners = { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } };
    private static readonly TrainingOptions Long = new() { Epochs = 2000 };

    [Fact]
    public void Classes_are_learned_by_the_cross_entropy()
    {
        Sequential network = Network(outputs: 2);
        network.Fit(Corners, [0, 1, 1, 0], Long);
        Assert.Equal([0, 1, 1, 0], new Predictor(network).PredictClasses(Tensor.From(Corners)).ToArray<long>());
    }

    [Fact]
    public void Yes_and_no_are_learned_by_the_binary_cross_entropy()
    {
        Sequential network = Network(outputs: 1);
        network.Fit(Corners, [false, true, true, false], Long);
        Assert.Equal([0, 1, 1, 0], new Predictor(network).PredictClasses(Tensor.From(Corners)).ToArray<long>());
    }

    [Fact]
    public void A_number_is_learned_by_the_mean_squared_error_as_numbers_are()
    {
        (Sequential one, Sequential several) = (Network(outputs: 1), Network(outputs: 1));
        TrainingResult result = one.Fit(Corners, [0f, 1f, 1f, 2f]);
        several.Fit(Corners, new float[,] { { 0 }, { 1 }, { 1 }, { 2 } });
        Assert.True(result.History[^1].TrainingLoss < result.History[0].TrainingLoss);
        Assert.Equal(one.Parameters.First().Value.ToArray<float>(), several.Parameters.First().Value.ToArray<float>());
    }

    [Fact]
    public void The_first_loss_is_the_mean_of_the_squared_errors()
    {
        Sequential network = Network(outputs: 1);
        double expected = network.Forward(Tensor.From(Corners)).ToArray<float>()
            .Zip([0, 1, 1, 2], (prediction, target) => ((double)prediction - target) * ((double)prediction - target)).Average();
        Assert.Equal(expected, network.Fit(Corners, [0f, 1f, 1f, 2f]).History[0].TrainingLoss, precision: 5);
    }

    [Fact]
    public void A_line_is_printed_for_every_epoch()
    {
        using StringWriter printed = new();
        Network(outputs: 1).Fit(Corners, [0f, 1f, 1f, 2f], new TrainingOptions { Epochs = 11 }, new ConsoleProgress(every: 5, printed));
        string[] lines = printed.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["epoch  5/11", "epoch 10/11", "epoch 11/11"], lines.Select(line => line[..11]));
        Assert.All(lines, line => Assert.Contains("  training loss 0.", line.Replace("loss 1.", "loss 0."), StringComparison.Ordinal));
    }

    private static Sequential Network(int outputs)
    {
        Generator generator = new(1);
        return new Sequential(new Linear(2, 8, generator), new Tanh(), new Linear(8, outputs, generator));
    }
}
