namespace Denpa.Tests.Training;

public sealed class DivergenceTests
{
    private static readonly Dataset Ones = new(Tensor.Ones([1, 1], DType.Float64), Tensor.Ones([1, 1], DType.Float64));

    [Fact]
    public void An_op_that_overflows_is_named_with_its_layer()
    {
        Sequential model = new(LinearOfWeight(1000), new FunctionLayer(x => x.Exp()), new FunctionLayer(x => x * 2));
        DivergenceException error = Diverge(model, Ones);
        Assert.Equal(("exp", "1", false), (error.Op, error.Layer, error.IsDerivative));
        Assert.Equal((1, 1, double.PositiveInfinity), (error.Epoch, error.Step, error.Loss));
        Assert.Equal(
            "training diverged in epoch 1, step 1: the loss is Infinity; no update was made yet, so it is not the learning rate; " +
            "the largest number that training began from is 1E+03 in parameter \"0.weight\"; " +
            "begin with smaller weights, or scale features and targets to about ±1; " +
            "the first op whose output is not finite is exp, in forward propagation (layer \"1\")",
            error.Message);
    }

    [Theory]
    [InlineData(1e30, 1, 1, "1E+30 in parameter \"0.weight\"")]
    [InlineData(1, 1e30, 1, "1E+30 in the features")]
    [InlineData(1, 1, 1e30, "1E+30 in the targets")]
    public void Before_any_update_the_largest_number_is_blamed_and_no_learning_rate(
        double weight, double feature, double target, string largest)
    {
        Linear layer = new(1, 1, new Generator(0), bias: false);
        layer.Weight.Assign(Tensor.From([(float)weight], [1, 1]));
        Dataset data = new(Tensor.Full([1, 1], feature), Tensor.Full([1, 1], target));
        string message = Diverge(new Sequential(layer), data).Message;
        Assert.Contains($"the largest number that training began from is {largest};", message, StringComparison.Ordinal);
        Assert.DoesNotContain("learning rate below", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_weight_that_is_NaN_from_the_beginning_is_not_blamed_on_an_update()
    {
        DivergenceException error = Diverge(new Sequential(LinearOfWeight(double.NaN)), Ones);
        Assert.Equal(
            "training diverged in epoch 1, step 1: parameter \"0.weight\" was not finite before training began; begin with other weights",
            error.Message);
    }

    [Fact]
    public void After_an_update_the_learning_rate_is_blamed()
    {
        DivergenceException error = Diverge(LinearOfWeight(0), Ones, learningRate: 3, epochs: 1000);
        Assert.Contains("; try a learning rate below 3, ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_op_whose_derivative_overflows_is_named_though_the_loss_is_finite()
    {
        Sequential model = new(LinearOfWeight(0), new FunctionLayer(x => x.Sqrt()));
        DivergenceException error = Diverge(model, Ones);
        Assert.Equal(("1", true, 1), (error.Layer, error.IsDerivative, error.Loss));
        Assert.NotNull(error.Op);
        Assert.Contains("a gradient is not finite, though the loss is 1", error.Message, StringComparison.Ordinal);
        Assert.Contains("in back propagation", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, model.Parameters.First().Value[0, 0]);
    }

    [Fact]
    public void An_op_of_the_loss_is_named_as_such()
    {
        DivergenceException error = Diverge(LinearOfWeight(1e200), Ones);
        Assert.Null(error.Layer);
        Assert.NotNull(error.Op);
        Assert.Contains("in forward propagation of the loss", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_random_numbers_of_the_step_are_drawn_again_to_find_the_op()
    {
        for (ulong seed = 0; seed < 12; seed++)
        {
            // Where dropout keeps the element, exp overflows; where it drops it, all is well.
            Sequential model = new(LinearOfWeight(500), new Dropout(0.5, new Generator(seed)), new FunctionLayer(x => x.Exp()));
            DivergenceException error = Diverge(model, Ones);
            Assert.Equal(("exp", "2"), (error.Op, error.Layer));
        }
    }

    [Fact]
    public void A_loss_that_grows_a_million_fold_is_stopped_while_it_is_finite()
    {
        Linear model = LinearOfWeight(0);
        DivergenceException error = Diverge(model, Ones, learningRate: 3, epochs: 1000);
        Assert.True(double.IsFinite(error.Loss));
        Assert.Equal("matmul", error.Op);
        Assert.Contains("the loss has grown a million-fold", error.Message, StringComparison.Ordinal);
        Assert.Contains(
            "every number is still finite, and the largest outputs are those of matmul, up to ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_first_loss_of_nearly_nothing_is_no_measure_of_growth()
    {
        Tensor features = Tensor.Arange(0, 20, 1, DType.Float64).Reshape(20, 1) / 20;
        Linear model = LinearOfWeight(0);
        TrainingOptions options = new() { Epochs = 3, BatchSize = 1, Sampling = BatchSampling.InOrder };
        TrainingResult result = new Trainer(model, new SquaredError(), new Sgd(model.Parameters, 0.01), options)
            .Train(new Dataset(features, features));
        Assert.Equal(StopReason.Epochs, result.StopReason);
    }

    [Fact]
    public void First_losses_of_nearly_nothing_are_no_measure_of_growth_though_they_are_ten()
    {
        // Eleven rows are 1e-4 off, a loss of 1e-8 each, and the twelfth 1.5: 2.25 is more than a million times as much.
        Tensor targets = Tensor.From([.. Enumerable.Repeat(1e-4, 11), 1.5], [12, 1]);
        Dataset data = new(Tensor.Ones([12, 1], DType.Float64), targets);
        Linear model = LinearOfWeight(0);
        TrainingOptions options = new() { Epochs = 1, BatchSize = 1, Sampling = BatchSampling.InOrder };
        TrainingResult result = new Trainer(model, new SquaredError(), new Sgd(model.Parameters, 0), options).Train(data);
        Assert.Equal(((11 * 1e-8) + 2.25) / 12, result.History[0].TrainingLoss, 12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-8)]
    public void After_first_losses_of_nearly_nothing_a_million_is_still_too_much(double first)
    {
        GrowthGuard guard = new();
        for (int i = 0; i < GrowthGuard.FirstLosses; i++) Assert.True(guard.Accepts(first));
        Assert.True(guard.Accepts(1e6));
        Assert.False(guard.Accepts(1.1e6));
        Assert.False(guard.Accepts(double.NaN));
        Assert.False(guard.Accepts(double.NegativeInfinity));
    }

    [Fact]
    public void Data_that_is_not_finite_is_blamed_before_any_op()
    {
        Tensor two = Tensor.Ones([5, 2], DType.Float64);
        Tensor holed = Tensor.From([1, 1, 1, 1, 1, 1, 1, double.NaN, 1, 1], [5, 2]);
        Linear model = new(2, 2, new Generator(0), dtype: DType.Float64);
        Assert.Equal(
            "training diverged in epoch 1, step 4: the features hold NaN in row 3, column 1, counted from 0; " +
            "correct the number, or leave the row out",
            Diverge(model, new Dataset(holed, two), inOrder: true).Message);
        Tensor endless = Tensor.From([1, 1, 1, 1, double.PositiveInfinity, 1, 1, 1, 1, 1], [5, 2]);
        Assert.Contains(
            ": the targets hold Infinity in row 2, column 0, counted from 0; ",
            Diverge(model, new Dataset(two, endless)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            ": the weights hold NaN in row 4, counted from 0; ",
            Diverge(model, new Dataset(two, two, Tensor.From(1, 1, 1, 1, double.NaN))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            ": the features hold NaN in row 1 at [1, 0], counted from 0; ",
            Diverge(new Sequential(new Flatten(), new Linear(4, 2, new Generator(0))), new Dataset(
                Tensor.From([1, 1, 1, 1, 1, 1, float.NaN, 1], [2, 2, 2]), Tensor.Ones([2, 2]))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_that_cancel_are_blamed_for_the_mean_that_divides_by_them()
    {
        Dataset data = new(Tensor.Ones([2, 1], DType.Float64), Tensor.From([2.0, 3], [2, 1]), Tensor.From(1.0, -1));
        Linear model = LinearOfWeight(1);
        Trainer trainer = new(model, new SquaredError(), new Sgd(model.Parameters, 0.1), new() { BatchSize = DataLoader.FullBatch });
        Assert.EndsWith(
            ": the weights of this batch add up to 0, by which the mean loss divides; give weights above 0",
            Assert.Throws<DivergenceException>(() => trainer.Train(data)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_update_that_overflows_is_blamed_by_its_parameter()
    {
        Linear model = LinearOfWeight(0);
        DivergenceException error = Diverge(model, Ones, learningRate: double.MaxValue, epochs: 2);
        Assert.Equal((2, 1), (error.Epoch, error.Step));
        Assert.EndsWith("the update before left parameter \"weight\" not finite", error.Message, StringComparison.Ordinal);
    }

    private static Linear LinearOfWeight(double weight)
    {
        Linear layer = new(1, 1, new Generator(0), bias: false, dtype: DType.Float64);
        layer.Weight.Assign(Tensor.From([weight], [1, 1]));
        return layer;
    }

    private static DivergenceException Diverge(
        Layer model, Dataset data, double learningRate = 0.1, int epochs = 100, bool inOrder = false)
    {
        TrainingOptions options = new() { Epochs = epochs };
        if (inOrder) options = options with { Sampling = BatchSampling.InOrder, BatchSize = 1 };
        Trainer trainer = new(model, new SquaredError(), new Sgd(model.Parameters, learningRate), options);
        return Assert.Throws<DivergenceException>(() => trainer.Train(data));
    }
}
