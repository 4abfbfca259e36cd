namespace Denpa.Samples.Tests;

/// <summary>
/// What each sample prints. The numbers are those of the textbooks and tutorials that the samples follow, computed once more
/// with NumPy.
/// </summary>
public sealed class SampleTests
{
    [Fact]
    public void Hello_reads_digits()
    {
        double[] numbers = Sample.Run("00-hello").Numbers("");
        Assert.InRange(numbers[0], 93, 100);
        Assert.Equal(179, numbers[1]);
    }

    [Fact]
    public void Matrix_product_multiplies_rows_by_columns() => Sample.Run("01-matrix-product").Shows(
        "a · b = [[19. 22.] [43. 50.]]",
        "[[19 22] [43 50]]",
        "b · a = [[23. 34.] [31. 46.]]",
        "matmul: inner dimensions differ: left [2, 2] has 2 on axis 1, right [3, 2] has 3 on axis 0");

    [Fact]
    public void Arrays_are_zeros_ones_and_seeded_randomness()
    {
        SampleOutput output = Sample.Run("02-arrays");
        output.Shows(
            "Zeros: [[0. 0. 0.] [0. 0. 0.] [0. 0. 0.] [0. 0. 0.]]",
            "Ones: [[1. 1. 1.] [1. 1. 1.] [1. 1. 1.] [1. 1. 1.]]",
            "Uniform",
            "Random integers from 0 to 9:");
        List<string> lines = [.. output.Lines];
        int uniform = lines.FindIndex(line => line.StartsWith("Uniform: ", StringComparison.Ordinal));
        int integers = lines.FindIndex(line => line.StartsWith("Random integers", StringComparison.Ordinal));
        int again = lines.FindIndex(line => line.Contains("seed 42 again", StringComparison.Ordinal));
        Assert.All(Rows(uniform), row => Assert.All(row, number => Assert.InRange(number, 0, 1)));
        Assert.All(
            Rows(integers), row => Assert.All(row, number => Assert.Contains(number, Enumerable.Range(0, 10).Select(i => (double)i))));
        Assert.Equal(Rows(uniform)[0], output.NumbersOn(again + 1));
        Assert.NotEqual(Rows(uniform)[0], output.NumbersOn(again + 3));

        double[][] Rows(int title)
        {
            double[][] rows = [.. Enumerable.Range(title + 1, 4).Select(output.NumbersOn)];
            Assert.All(rows, row => Assert.Equal(3, row.Length));
            return rows;
        }
    }

    [Fact]
    public void Forward_propagation_passes_three_layers() => Sample.Run("03-forward-propagation").Shows(
        "hidden in = W₁ · input [0.89 0.41 0.59]",
        "hidden out = σ(hidden in) [0.70889017 0.60108788 0.64336515]",
        "output out = σ(output in) [0.63943159 0.73193058 0.6454522]");

    [Fact]
    public void Activations_have_derivatives_that_vanish() => Sample.Run("04-activations").Shows(
        "1 0.731058578630005 0.196611933241482",
        "2 0.880797077977882 0.104993585403507",
        "100 1 0",
        "-1 0.268941421369995 0.196611933241482",
        "-2 0.119202922022118 0.104993585403507",
        "-100 3.72007597602084e-44 3.72007597602084e-44",
        "0 0.5 0.25",
        "Step", "x -20 -2 -1 0 1 2 20", "output 0 0 0 0 1 1 1", "derivative 0 0 0 0 0 0 0", "Vanishes everywhere",
        "ReLU", "output 0 0 0 0 1 2 20", "derivative 0 0 0 0 1 1 1", "Vanishes for x < 0",
        "Tanh", "output -1 -0.9640276 -0.7615942 0 0.7615942 0.9640276 1", "derivative 0 0.0706508 0.4199743 1 0.4199743 0.0706508 0",
        "Softmax", "x [1000. 1001. 1002.]", "[0.09003057 0.24472847 0.66524096]", "naive [nan nan nan]",
        "[[ 0.08192507 -0.02203304 -0.05989202]",
        "Vanishes where one probability is almost 1.");

    [Fact]
    public void One_layer_is_one_product() => Sample.Run("05-one-layer").Shows(
        "u = [1.4 2.2 3.]",
        "z = [0.80218389 0.90024951 0.95257413]",
        "Linear(4 → 3): u = [1.4 2.2 3.]");

    [Fact]
    public void Relu_network_shows_every_layer() => Sample.Run("06-relu-network").Shows(
        "layer 1: 2 → 3, ReLU", "u = [0.6 1.3 2.]", "z = [0.6 1.3 2.]",
        "layer 2: 3 → 2, ReLU", "u = [1.02 2.29]", "z = [1.02 2.29]",
        "layer 3: 2 → 2, identity", "u = [1.56 3.222]", "y = [1.56 3.222]");

    [Fact]
    public void Losses_fit_their_output_layers()
    {
        SampleOutput output = Sample.Run("07-losses");
        output.Shows(
            "each [[0.045 0.02 0.005]]", "sum 0.0700", "mean 0.0233",
            "bad [4. 3. 2. 1.] Σ errors 0.0 Σ |errors| 8.0 Σ errors² 20.00",
            "−log p₂ Infinity", "from the logits 2000, with the gradient [[ 1. 0. -1.]]", "logit −1000, target 1: loss 1000.",
            "a number identity half squared error output − target",
            "one of two sigmoid binary cross-entropy output − target",
            "one of many softmax softmax cross-entropy output − target",
            "half squared error derivative -0.00004539", "binary cross-entropy derivative -0.99995460");
        Assert.Equal(1.261203377585, output.Numbers("one-hot")[^1], 1e-12);
        Assert.Equal(output.Numbers("by index")[^1], output.Numbers("by one-hot")[^1]);
    }

    [Fact]
    public void Numerical_gradient_has_a_best_step()
    {
        SampleOutput output = Sample.Run("08-numerical-gradient");
        output.Shows(
            "at (3, 4): [6. 8.]", "at (0, 2): [0. 4.]", "at (3, 0): [6. 0.]",
            "Σx² at (3, 4) lone [6. 8.] whole [6. 8.]",
            "(Σx)² at (3, 4) lone [6. 8.] whole [14. 14.]",
            "2.0 ↘ ↘ ↘ ↓ ↓ ↓ ↙ ↙ ↙", "0.0 → → → → · ← ← ← ←", "−2.0 ↗ ↗ ↗ ↑ ↑ ↑ ↖ ↖ ↖");
        double[] coarse = output.Numbers("1e-1 "), best = output.Numbers("1e-5"), fine = output.Numbers("1e-13");
        Assert.Equal(0.1, coarse[0], 1e-3);
        Assert.Equal(Math.E / 6 * 0.01, coarse[3], 1e-4);
        Assert.True(best[3] < coarse[3] && best[3] < best[2] && best[3] < fine[3], "central differences are best at a middle step");
    }

    [Fact]
    public void Gradient_descent_depends_on_its_rate()
    {
        SampleOutput output = Sample.Run("09-gradient-descent");
        output.Shows(
            "η = 0.1", "end x = [-6.11110793e-10 8.14814391e-10]", "did not diverge",
            "η = 10, gradient by central differences", "diverged",
            "η = 10, exact gradient", "diverged",
            "η = 1e-10", "end x = [-2.99999994 3.99999992]", "did not diverge");
        double[][] ends = output.AllNumbers("end x =");
        Assert.InRange(Math.Abs(ends[1][0]), 1e12, 1e14);
        Assert.InRange(Math.Abs(ends[1][1]), 1e12, 1e14);
        Assert.Equal(-2.25154873e128, ends[2][0], 1e120);
        Assert.Equal(3.00206497e128, ends[2][1], 1e120);
    }

    [Fact]
    public void Softmax_layer_has_one_gradient_by_two_ways() => Sample.Run("10-softmax-layer").Shows(
        "p [[ 1.67822935 0.34232817 -0.96192113]]",
        "loss 2.928536",
        "∂L/∂W, numeric: [[ 0.06708443 0.51711391 -0.58419835] [ 0.10062665 0.77567087 -0.87629752]]",
        "∂L/∂W, by back propagation: [[ 0.06708443 0.51711391 -0.58419835] [ 0.10062665 0.77567087 -0.87629752]]");

    [Fact]
    public void Computational_graph_goes_shopping() => Sample.Run("11-computational-graph").Shows(
        "result 220",
        "price of an apple 100 derivative 2.2", "number of apples 2 derivative 110", "tax factor 1.1 derivative 200",
        "result 715",
        "price of an apple 100 derivative 2.2", "price of an orange 150 derivative 3.3",
        "number of apples 2 derivative 110", "number of oranges 3 derivative 165", "tax factor 1.1 derivative 650",
        "before tax 4200", "result 4620",
        "result 64", "x 3 derivative 16", "y 5 derivative 16", "2(x + y) = 16",
        "add passes the gradient on: to a goes 7, to b goes 7",
        "multiply swaps the inputs: to a goes 35, to b goes 70",
        "add y = a + b ∂L/∂a = ∂L/∂y, ∂L/∂b = ∂L/∂y",
        "multiply y = a · b ∂L/∂a = ∂L/∂y · b, ∂L/∂b = ∂L/∂y · a");

    [Fact]
    public void Delta_equations_equal_the_graph()
    {
        SampleOutput output = Sample.Run("12-delta-equations");
        output.Shows("layer 3", "δ by hand", "δ by the graph", "layer 2", "layer 1", "Equal, to the last digits");
        double[][] differences = output.AllNumbers("largest difference");
        Assert.Equal(9, differences.Length);
        Assert.All(differences, difference => Assert.InRange(Assert.Single(difference), 0, 1e-15));
        Assert.Equal(output.Numbers("δ by hand"), output.Numbers("δ by the graph"));
    }

    [Fact]
    public void Back_propagation_by_hand_beside_two_ways_to_get_it_wrong()
    {
        SampleOutput output = Sample.Run("13-back-propagation-by-hand");
        Near([0.63850519, 0.73324242, 0.64516524], output.Numbers("true gradient, by hand"));
        Near([0.63850519, 0.73324242, 0.64516524], output.Numbers("true gradient, by Denpa"));
        Near([0.63860623, 0.73344422, 0.64524564], output.Numbers("raw errors sent back"));
        Near([0.63963499, 0.73221189, 0.64564698], output.Numbers("dot product slip"));
        output.Shows("Raw errors:", "Dot product:", "A target outside of (0, 1) is one that a sigmoid never reaches.");
        double[] last = output.Numbers("  10000 ");
        Assert.Equal(1, last[0], 0.001);
        Assert.Equal(0, last[1], 0.001);
        Assert.InRange(last[3], 0.25, 0.26);

        // Eight digits, the last of which depends on who rounds.
        static void Near(double[] expected, double[] printed)
        {
            for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], printed[i], 1.1e-8);
        }
    }

    [Fact]
    public void Xor_needs_weights_that_are_not_too_small()
    {
        double[][] answers = Sample.Run("14-xor").AllNumbers("the net says");
        Assert.Equal(8, answers.Length);
        Assert.All(answers[..4], answer => Assert.InRange(answer[0], 0.45, 0.55));
        double[] truth = [0, 1, 1, 0];
        for (int row = 0; row < 4; row++) Assert.Equal(truth[row], answers[4 + row][0], 0.05);
    }

    [Fact]
    public void Regression_learns_diverges_and_is_checked()
    {
        string path = Path.Combine(Path.GetTempPath(), $"denpa-{Guid.NewGuid():N}.csv");
        try
        {
            SampleOutput output = Sample.Run("15-regression", path);
            output.Shows(
                "100,000 points, of which 1,000 are drawn at random", "Learning rate 0.07.",
                "└", "iteration 1000",
                "training diverged in epoch 1", "the loss is Infinity", "the first op whose output is not finite is", "(layer \"2\")",
                "A rate that works is 0.005:",
                "ReLU passes", "the slip caught");
            double[][] relu = output.AllNumbers("ReLU:");
            Assert.True(relu[0][^1] < 0.01, "on [0, 1) the ReLU net learns");
            Assert.True(output.Numbers("sigmoid:")[^1] < 0.05, "on [0, 1) the sigmoid net learns");
            Assert.True(relu[1][^1] < 0.1, "on [−5, 5) the ReLU net learns at the smaller rate");
            Assert.True(output.Numbers("ReLU      passes, largest error")[0] < 1e-7, "the gradients of ReLU are right");
            Assert.True(output.Numbers("the slip  caught, largest error")[0] > 0.01, "those of the slip are not");
            string[] lines = File.ReadAllLines(path);
            Assert.Equal("iteration,relu,sigmoid", lines[0]);
            Assert.Equal(1001, lines.Length);
            Assert.StartsWith("1000,", lines[^1], StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Batch_sizes_have_costs_and_gains()
    {
        SampleOutput output = Sample.Run("16-batch-mini-batch-online");
        double[] batch = output.Numbers("full batch"), mini = output.Numbers("mini-batch"), online = output.Numbers("online");
        Assert.Equal([256, 30], batch[..2]);
        Assert.Equal([32, 240], mini[..2]);
        Assert.Equal([1, 7680], online[..2]);
        Assert.True(online[2] < mini[2] && mini[2] < batch[2], "after as many epochs, more steps reach a smaller loss");
        Assert.True(online[^1] < mini[^1] && mini[^1] < batch[^1], "smaller batches need fewer samples");
    }

    [Fact]
    public void Digits_are_checked_trained_and_charted()
    {
        SampleOutput output = Sample.Run("17-digits");
        output.Shows(
            "1797 handwritten digits", "2410 derivatives", "the gradients are right", "100 % │", "epoch 30", "+ training accuracy");
        Assert.True(output.Numbers("The largest error is")[0] < 1e-7, "the gradients are right");
        Assert.True(output.Numbers("epochs: training accuracy")[0] > 98);
        Assert.True(output.Numbers(", test accuracy")[0] > 94);
    }

    [Fact]
    public void A_table_model_answers_one_row_at_a_time() =>
        Sample.Run("18-table-model").Shows("versicolor, ", "from an object: setosa", "layer kind output parameters");

    [Fact]
    public void A_data_frame_is_trained_on_and_predicted_from() =>
        Sample.Run("20-data-frame").Shows("row 0: setosa, ", "row 1: versicolor, ", "rows evaluated: 200");

    [Fact]
    public void A_new_head_learns_on_a_frozen_body()
    {
        SampleOutput output = Sample.Run("19-new-head");
        output.Shows("epoch 100/100 training loss", "48 frozen", "65 parameters, 48 of them frozen");
    }
}
