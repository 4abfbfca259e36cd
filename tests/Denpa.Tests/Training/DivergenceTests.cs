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
            "training diverged in epoch 1, step 1: the loss is Infinity; try a learning rate below 0.1, inputs scaled to about ±1, or " +
            "clipped gradients; the first op whose output is not finite is exp, in forward propagation (layer \"1\")",
            error.Message);
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
        Assert.Contains("every number is still finite, and the largest outputs are those of matmul, up to ", error.Message, StringComparison.Ordinal);
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
    public void Data_that_is_not_finite_is_blamed_before_any_op()
    {
        DivergenceException error = Diverge(LinearOfWeight(1), new Dataset(Tensor.From([double.NaN], [1, 1]), Ones.Targets));
        Assert.EndsWith("the features of this batch hold a number that is not finite", error.Message, StringComparison.Ordinal);
        error = Diverge(LinearOfWeight(1), new Dataset(Ones.Features, Tensor.From([double.PositiveInfinity], [1, 1])));
        Assert.EndsWith("the targets of this batch hold a number that is not finite", error.Message, StringComparison.Ordinal);
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

    private static DivergenceException Diverge(Module model, Dataset data, double learningRate = 0.1, int epochs = 100)
    {
        Trainer trainer = new(model, new SquaredError(), new Sgd(model.Parameters, learningRate), new() { Epochs = epochs });
        return Assert.Throws<DivergenceException>(() => trainer.Train(data));
    }
}
