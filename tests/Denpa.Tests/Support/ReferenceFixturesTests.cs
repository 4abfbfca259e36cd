using System.Buffers.Binary;
using System.Text.Json;

namespace Denpa.Tests.Support;

public sealed class ReferenceFixturesTests
{
    /// <summary>Operations done over in plain doubles, by the case they belong to.</summary>
    private static readonly Dictionary<string, Func<double[][], double[]>> inPlainDoubles = new()
    {
        ["tanh: two axes"] = inputs => [.. inputs[0].Select(Math.Tanh)],
        ["softplus: extreme"] = inputs => [.. inputs[0].Select(x => Math.Max(x, 0) + double.LogP1(Math.Exp(-Math.Abs(x))))],
        ["multiply: column with row"] = inputs => [.. from left in inputs[0] from right in inputs[1] select left * right],
        ["softmax: rows"] = inputs => [.. inputs[0].Chunk(4).SelectMany(Softmax)],
        ["variance: axes [0, 1, 2], correction 1"] = inputs => [Variance(inputs[0])],
        ["matmul: two axes, right transposed"] = inputs =>
            [.. from row in inputs[0].Chunk(3) from column in inputs[1].Chunk(3) select row.Zip(column, (a, b) => a * b).Sum()],
    };

    public static TheoryData<string> CasesInPlainDoubles => [.. inPlainDoubles.Keys];

    [Theory]
    [MemberData(nameof(CasesInPlainDoubles))]
    public void Outputs_and_gradients_agree_with_plain_doubles_and_central_differences(string name)
    {
        ReferenceCase reference = ReferenceFixtures.AllOps.Single(item => item.ToString() == name);
        Func<double[][], double[]> forward = inPlainDoubles[name];
        double[][] inputs = [.. reference.Inputs.Select(input => input.Values)];

        AssertClose(reference.Output.Values, forward(inputs), 1e-12);
        for (int input = 0; input < inputs.Length; input++)
            AssertClose(reference.Gradients[input]!.Values, CentralDifferences(forward, inputs, input, reference.Upstream.Values), 1e-7);
    }

    [Fact]
    public void Operations_have_a_gradient_of_the_shape_of_each_float_input() =>
        Assert.All(ReferenceFixtures.AllOps, reference =>
        {
            Assert.Equal(reference.Output.Shape, reference.Upstream.Shape);
            Assert.Equal(
                reference.Inputs.Select(input => input.DType == "float64" ? input.Shape : null),
                reference.Gradients.Select(gradient => gradient?.Shape));
            Assert.All(reference.Inputs, AssertWhole);
            Assert.All(reference.Gradients.OfType<ReferenceTensor>(), AssertWhole);
            Assert.All([reference.Output, reference.Upstream], AssertWhole);
        });

    [Fact]
    public void Losses_have_a_gradient_of_the_shape_of_their_predictions() =>
        Assert.All(ReferenceFixtures.AllLosses, reference =>
        {
            Assert.Equal(reference.Predictions.Shape, reference.Gradient.Shape);
            Assert.Equal(reference.Output.Shape, reference.Upstream.Shape);
            Assert.Equal(reference.Attributes.Text("reduction") != "none", reference.Output.Shape is []);
            Assert.All([reference.Predictions, reference.Targets, reference.Output, reference.Gradient], AssertWhole);
        });

    [Fact]
    public void The_gradient_of_the_mean_squared_error_is_twice_the_difference_over_the_count()
    {
        ReferenceLoss reference = ReferenceFixtures.AllLosses.Single(item => item.ToString() == "mean-squared: matrix, mean");
        (double[]? predictions, double[]? targets) = (reference.Predictions.Values, reference.Targets.Values);

        AssertClose(reference.Gradient.Values, predictions.Zip(targets, (p, t) => 2 * (p - t) / predictions.Length), 1e-15);
    }

    [Fact]
    public void An_initializer_has_either_a_bound_or_a_standard_deviation() =>
        Assert.All(ReferenceFixtures.AllInitializers, item => Assert.True(item.Bound is null ^ item.StandardDeviation is null));

    [Fact]
    public void Every_optimizer_starts_from_the_same_parameters_and_runs_a_hundred_steps() =>
        Assert.All(ReferenceFixtures.AllOptimizers, reference =>
        {
            Assert.Equal(ReferenceFixtures.AllOptimizers[0].Start["0.weight"].Values, reference.Start["0.weight"].Values);
            Assert.Equal(100, reference.Losses.Length);
            Assert.Equal([1, 2, 10, 100], reference.Snapshots.Select(snapshot => snapshot.Step));
            Assert.True(reference.Losses[^1] < reference.Losses[0]);
        });

    [Fact]
    public void Plain_descent_moves_each_layer_of_two_groups_by_its_own_rate()
    {
        ReferenceTrajectory whole = ReferenceFixtures.AllOptimizers.Single(item => item.ToString() == "sgd: plain");
        ReferenceTrajectory grouped = ReferenceFixtures.AllOptimizers.Single(item => item.ToString() == "sgd: two groups");

        foreach (ReferenceParameterGroup group in grouped.Groups!)
        {
            foreach (string name in group.Parameters)
            {
                double ratio = group.LearningRate / whole.Attributes.Number("learningRate");
                AssertClose(FirstMove(grouped, name), FirstMove(whole, name).Select(move => move * ratio), 1e-15);
            }
        }
    }

    [Fact]
    public void Schedules_cover_sixty_steps() =>
        Assert.All(ReferenceFixtures.AllSchedules, reference => Assert.Equal(60, reference.LearningRates.Length));

    [Fact]
    public void Networks_have_a_gradient_for_every_parameter() =>
        Assert.All(ReferenceFixtures.AllNetworks, reference => Assert.Equal(reference.Parameters.Keys, reference.Gradients.Keys));

    [Fact]
    public void The_safetensors_file_holds_the_weight_that_is_written_beside_it()
    {
        ReferenceSafetensors reference = ReferenceFixtures.Safetensors;
        ReadOnlySpan<byte> file = File.ReadAllBytes(Path.Combine(RepositoryPaths.Reference, reference.File));
        int start = 8 + (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        JsonElement header = JsonDocument.Parse(file[8..start].ToArray()).RootElement;
        int[] offsets = header.GetProperty("weight").WholeNumbers("data_offsets");
        ReadOnlySpan<byte> bytes = file[(start + offsets[0])..(start + offsets[1])];
        ReferenceTensor weight = reference.Tensors["weight"];

        Assert.Equal(weight.Values.Length * sizeof(float), bytes.Length);
        for (int i = 0; i < weight.Values.Length; i++)
            Assert.Equal(weight.Values[i], BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]));
    }

    [Fact]
    public void A_name_that_no_case_has_is_refused_with_the_names_there_are()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => ReferenceFixtures.Ops("softmaks"));

        Assert.Contains("softmax", refusal.Message, StringComparison.Ordinal);
    }

    private static double[] Softmax(double[] row)
    {
        double[] exponentials = row.Select(Math.Exp).ToArray();
        return [.. exponentials.Select(value => value / exponentials.Sum())];
    }

    private static double Variance(double[] values)
    {
        double mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }

    /// <summary>The derivative of Σ upstream · output with respect to each element of one input.</summary>
    private static double[] CentralDifferences(Func<double[][], double[]> forward, double[][] inputs, int input, double[] upstream)
    {
        const double step = 1e-5;
        double At(int element, double offset)
        {
            double[][] moved = [.. inputs.Select(values => values.ToArray())];
            moved[input][element] += offset;
            return forward(moved).Zip(upstream, (value, weight) => value * weight).Sum();
        }

        return [.. Enumerable.Range(0, inputs[input].Length).Select(i => (At(i, step) - At(i, -step)) / (2 * step))];
    }

    private static IEnumerable<double> FirstMove(ReferenceTrajectory trajectory, string parameter) =>
        trajectory.Snapshots[0].Parameters[parameter].Values.Zip(trajectory.Start[parameter].Values, (after, before) => after - before);

    private static void AssertWhole(ReferenceTensor tensor)
    {
        Assert.Equal(tensor.Shape.Aggregate(1, (product, size) => product * size), tensor.Values.Length);
        Assert.All(tensor.Values, value => Assert.True(double.IsFinite(value)));
    }

    private static void AssertClose(IEnumerable<double> expected, IEnumerable<double> actual, double tolerance)
    {
        Assert.Equal(expected.Count(), actual.Count());
        foreach ((double want, double have) in expected.Zip(actual))
            Assert.InRange(have, want - tolerance * Math.Max(1, Math.Abs(want)), want + tolerance * Math.Max(1, Math.Abs(want)));
    }
}
