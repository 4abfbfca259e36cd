using Denpa.Tests.Training;

namespace Denpa.Tests.Inspection;

public sealed class HealthTests
{
    private static readonly Tensor Features = Tensor.From([1.0, 2, -1, 0], [2, 2]);
    private static readonly Tensor Targets = Tensor.From([0.0, 0], [2, 1]);

    [Fact]
    public void The_numbers_of_a_layer_are_those_of_a_hand_calculation()
    {
        // The outputs are 1·1 + 2·3 = 7 and −1; half the mean squared error has the gradient y / n.
        Sequential model = new(LinearOf([1, 3], inputs: 2));
        LayerHealth layer = Assert.Single(Health.Examine(model, new HalfSquaredError(), Features, Targets).Layers);
        Assert.Equal(("0", true, 1), (layer.Layer, layer.HasParameters, layer.Units));
        Assert.Equal(3, layer.OutputMean);
        Assert.Equal(4, layer.OutputDeviation);
        Assert.Equal(Math.Sqrt((7.0 * 7) + 1) / 2, layer.GradientNorm!.Value, 1e-15);
        Assert.Null(layer.DeadUnits);
        Assert.Null(layer.SaturatedShare);
    }

    [Fact]
    public void A_unit_that_is_off_for_every_row_is_dead_and_one_that_is_on_for_one_is_not()
    {
        // Before the activation: (1, −1) for the first unit, (−1, −1) for the second.
        Sequential model = new(LinearOf([1, 0, 0, 0], inputs: 2, biases: [0, -1]), new Relu(), LinearOf([1, 1], inputs: 2));
        HealthReport report = Health.Examine(model, new HalfSquaredError(), Features, Targets);
        Assert.Equal((1, 2), (report.Layers[1].DeadUnits, report.Layers[1].Units));
        HealthFinding finding = Assert.Single(report.Findings);
        Assert.Equal(("1", HealthProblem.Dead), (finding.Layer.Layer, finding.Problem));
        Assert.StartsWith("1 of 2 units let no gradient through", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_learns_through_a_step()
    {
        Sequential model = new(LinearOf([1, 1], inputs: 2), new Heaviside(), LinearOf([1], inputs: 1));
        Assert.Contains(
            Health.Examine(model, new HalfSquaredError(), Features, Targets).Findings, finding => finding.Problem == HealthProblem.Dead);
    }

    [Theory]
    [InlineData(1.0, 0)]
    [InlineData(3.0, 0.5)]
    [InlineData(-30.0, 1)]
    public void A_tanh_is_saturated_where_its_derivative_is_under_a_twentieth(double weight, double share)
    {
        // The inputs of the activation are weight · 1 and weight · −1; tanh′(3) = 0.0099, tanh′(1) = 0.42; the bias moves one of them.
        double bias = share == 0.5 ? 2 : 0;
        Sequential model = new(LinearOf([weight, 0], inputs: 2, biases: [bias]), new Tanh(), LinearOf([1], inputs: 1));
        HealthReport report = Health.Examine(model, new HalfSquaredError(), Features, Targets);
        Assert.Equal(share, report.Layers[1].SaturatedShare);
        Assert.Equal(share >= 0.5, report.Findings.Any(finding => finding.Problem == HealthProblem.Saturated));
    }

    [Fact]
    public void A_sigmoid_is_saturated_beyond_what_makes_a_twentieth_of_a_quarter()
    {
        // σ(x)(1 − σ(x)) = 0.0125 at x = ±4.357.
        Assert.Equal(0, SaturatedShareOfSigmoidAt(4.35));
        Assert.Equal(1, SaturatedShareOfSigmoidAt(4.36));
    }

    [Fact]
    public void Gradients_vanish_in_a_deep_stack_of_sigmoids()
    {
        HealthReport report = Health.Examine(Deep(() => new Sigmoid(), 0.1), new HalfSquaredError(), Features, Targets);
        HealthFinding first = report.Findings[0];
        Assert.Equal(("0", HealthProblem.Vanishing), (first.Layer.Layer, first.Problem));
        Assert.DoesNotContain(report.Findings, finding => finding.Problem != HealthProblem.Vanishing);
    }

    [Fact]
    public void Gradients_explode_where_weights_are_large()
    {
        HealthReport report = Health.Examine(Deep(() => new LeakyRelu(), 30), new HalfSquaredError(), Features, Targets);
        HealthFinding first = report.Findings[0];
        Assert.Equal(("0", HealthProblem.Exploding), (first.Layer.Layer, first.Problem));
    }

    [Fact]
    public void A_layer_that_gives_infinity_is_named_and_nothing_else_said_of_it()
    {
        Sequential model = new(LinearOf([1000, 0], inputs: 2), new FunctionLayer(x => x.Exp()));
        HealthReport report = Health.Examine(model, new HalfSquaredError(), Features, Targets);
        HealthFinding finding = Assert.Single(report.Findings, finding => finding.Layer.Layer == "1");
        Assert.Equal(HealthProblem.NonFinite, finding.Problem);
        Assert.StartsWith("its outputs are not finite", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_as_it_is_born_is_healthy()
    {
        Generator random = new(1);
        Sequential model = new(new Linear(8, 32, random), new Relu(), new Linear(32, 32, random), new Relu(), new Linear(32, 3, random));
        Tensor features = Tensor.Normal([64, 8], random);
        Tensor targets = Tensor.From([.. Enumerable.Range(0, 64).Select(i => i % 3L)], [64]);
        HealthReport report = Health.Examine(model, new SoftmaxCrossEntropy(), features, targets);
        Assert.Equal(["0", "1", "2", "3", "4"], report.Layers.Select(layer => layer.Layer));
        Assert.Empty(report.Findings);
    }

    [Fact]
    public void A_softmax_whose_rows_sum_to_one_is_not_called_dead()
    {
        Sequential model = new(LinearOf([1, 0, 0, 1], inputs: 2), new Softmax());
        LayerHealth softmax = Health.Examine(model, new HalfSquaredError(), Features, Tensor.Zeros([2, 2], DType.Float64)).Layers[1];
        Assert.Null(softmax.DeadUnits);
    }

    [Fact]
    public void Weights_stay_as_they_were()
    {
        Sequential model = Deep(() => new Sigmoid(), 0.5);
        double[][] before = [.. model.Parameters.Select(parameter => parameter.Value.AsSpan<double>().ToArray())];
        Health.Examine(model, new HalfSquaredError(), Features, Targets);
        Assert.Equal(before, model.Parameters.Select(parameter => parameter.Value.AsSpan<double>().ToArray()));
    }

    private static double? SaturatedShareOfSigmoidAt(double input)
    {
        Sequential model = new(LinearOf([0, 0], inputs: 2, biases: [input]), new Sigmoid());
        return Health.Examine(model, new HalfSquaredError(), Features, Targets).Layers[1].SaturatedShare;
    }

    private static Sequential Deep(Func<Layer> activation, double weight) =>
        new(
        [
            LinearOf([weight, weight], inputs: 2),
            .. Enumerable.Range(0, 6).SelectMany(_ => new[] { activation(), LinearOf([weight], inputs: 1) }),
        ]);

    private static Linear LinearOf(double[] weights, int inputs, double[]? biases = null)
    {
        int outputs = weights.Length / inputs;
        Linear linear = new(inputs, outputs, new Generator(0), dtype: DType.Float64);
        linear.LoadState(new Dictionary<string, Tensor>
        {
            ["weight"] = Tensor.From(weights, [outputs, inputs]),
            ["bias"] = Tensor.From(biases ?? new double[outputs], [outputs]),
        });
        return linear;
    }
}
