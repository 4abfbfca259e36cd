using Denpa.Tests.Formats;

namespace Denpa.Tests.Training;

public sealed class RowSharesTests
{
    private static readonly Dataset Plane = ToySets.Linear(40, [3, 2], new Generator(1), dtype: DType.Float64);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_batch_whose_weights_are_all_0_is_passed_over(bool plan)
    {
        // The second of three batches counts for nothing, and holds what nothing could be learned from.
        Tensor features = Tensor.From([1, 2, double.NaN, 4, 5, 6], [6, 1]);
        Tensor targets = Tensor.From([2.0, 4, 6, 8, 10, 12], [6, 1]);
        Dataset data = new(features, targets, Tensor.From(1.0, 1, 0, 0, 1, 0));
        Dataset without = new(Rows(features), Rows(targets), Tensor.From(1.0, 1, 1, 0));
        TrainingOptions options = new() { Epochs = 3, BatchSize = 2, Sampling = BatchSampling.InOrder, Plan = plan };
        (Linear model, Linear expected) = (Small(), Small());
        TrainingResult result = Train(model, data);
        TrainingResult expectedResult = Train(expected, without);
        Assert.True(RandomTensors.SameBits(expected.Weight.Value, model.Weight.Value));
        Assert.True(RandomTensors.SameBits(expected.Bias!.Value, model.Bias!.Value));
        Assert.Equal(expectedResult.History.Select(epoch => epoch.TrainingLoss), result.History.Select(epoch => epoch.TrainingLoss));

        TrainingResult Train(Linear trained, Dataset rows) =>
            new Trainer(trained, new MeanSquaredError(), new Adam(trained.Parameters, 0.1), options).Train(rows);

        static Tensor Rows(Tensor tensor) => Tensor.From(
            [tensor.ElementAt(0), tensor.ElementAt(1), tensor.ElementAt(4), tensor.ElementAt(5)], [4, 1]);

        static Linear Small() => new(1, 1, new Generator(5), dtype: DType.Float64);
    }

    [Theory]
    [InlineData(LossReduction.Mean, 5)]
    [InlineData(LossReduction.Mean, 30)]
    [InlineData(LossReduction.Sum, 30)]
    public void An_epoch_whose_batches_are_all_passed_over_has_no_loss_and_is_never_the_best(LossReduction reduction, int patience)
    {
        // Of five rows an epoch reads four, and only one counts: where that is the one left out, there is nothing to learn from.
        Tensor values = Tensor.From([1.0, 2, 3, 1, 2], [5, 1]);
        Dataset data = new(values, values, Tensor.From(1.0, 0, 0, 0, 0));
        Linear model = new(1, 1, new Generator(5), dtype: DType.Float64);
        TrainingOptions options = new() { Epochs = 30, BatchSize = 2, DropLast = true, Patience = patience, Seed = 1 };
        TrainingResult result = new Trainer(model, new MeanSquaredError(reduction), new Sgd(model.Parameters, 0.01), options).Train(data);
        Assert.Contains(result.History, epoch => double.IsNaN(epoch.TrainingLoss));
        EpochRecord[] counted = [.. result.History.Where(epoch => !double.IsNaN(epoch.TrainingLoss))];
        Assert.All(counted, epoch => Assert.True(epoch.TrainingLoss > 0));
        Assert.Equal(counted.MinBy(epoch => epoch.TrainingLoss)!.Epoch, result.BestEpoch);
    }

    [Fact]
    public void A_batch_of_classes_that_count_for_nothing_is_passed_over()
    {
        Tensor features = Tensor.From(new float[,] { { 1, 2 }, { 2, 1 }, { 0, 1 }, { 1, 0 } });
        Dataset data = new(features, Tensor.From<long>(0, 0, 1, 1));
        Linear model = new(2, 2, new Generator(6));
        Tensor before = model.Weight.Snapshot();
        TrainingOptions options = new() { Epochs = 1, BatchSize = 2, Sampling = BatchSampling.InOrder };
        foreach (double smoothing in (ReadOnlySpan<double>)[0, 0.1])
        {
            Loss loss = new SoftmaxCrossEntropy(labelSmoothing: smoothing, classWeights: [0, 1]);
            TrainingResult result = new Trainer(model, loss, new Sgd(model.Parameters, 0.1), options).Train(data);
            Assert.True(double.IsFinite(result.History[0].TrainingLoss));
        }

        Assert.False(RandomTensors.SameBits(before, model.Weight.Value));
    }

    [Fact]
    public void Rows_of_which_none_counts_are_refused()
    {
        Linear model = new(2, 1, new Generator(12), dtype: DType.Float64);
        Trainer trainer = new(model, new MeanSquaredError(), new Sgd(model.Parameters, 0.1));
        Dataset nothing = new(Plane.Features, Plane.Targets, Tensor.Zeros([40], DType.Float64));
        Assert.Equal(
            "trainer: the weights of all training rows are 0, so they say nothing; give some of them weight",
            Assert.Throws<ArgumentException>(() => trainer.Train(nothing)).Message);
        Assert.Contains(
            "all validation rows", Assert.Throws<ArgumentException>(() => trainer.Train(Plane, nothing)).Message, StringComparison.Ordinal);
    }
}
