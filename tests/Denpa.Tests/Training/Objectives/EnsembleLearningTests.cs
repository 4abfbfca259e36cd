using Denpa.Tests.Support;

namespace Denpa.Tests.Training;

public sealed class EnsembleLearningTests
{
    private const int Members = 3;
    private const int Samples = 50;

    private static readonly Tensor Features = Tensor.Normal([Samples, 4], new Generator(1));
    private static readonly Tensor Targets = Tensor.RandomIntegers([Samples], new Generator(2), 0, 3);
    private static readonly long[] Folds = [.. Enumerable.Range(0, Samples).Select(sample => sample * 7L % Members)];

    private static Dataset Folded => new([Features, Targets, Tensor.From(Folds, [Samples])]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Members_learn_together_as_each_learns_alone(bool plan)
    {
        Ensemble together = new(Enumerable.Range(0, Members).Select(Member));
        Fit(new EnsembleLearning(together, new SoftmaxCrossEntropy()), Folded, plan);
        for (int i = 0; i < Members; i++)
        {
            // A sample that the member leaves out has no weight.
            Tensor weights = Tensor.From(Array.ConvertAll(Folds, fold => fold == i ? 0f : 1f), [Samples]);
            Sequential alone = Member(i);
            Fit(new SupervisedLearning(alone, new SoftmaxCrossEntropy()), new Dataset(Features, Targets, weights), plan);
            IReadOnlyDictionary<string, Tensor> learned = together.Members[i].SaveState();
            foreach ((string name, Tensor value) in alone.SaveState()) TensorAssert.Close(value, learned[name], 0, 0);
        }
    }

    [Fact]
    public void Each_sample_is_measured_by_the_member_that_has_left_it_out()
    {
        Ensemble ensemble = new(Enumerable.Range(0, Members).Select(Member));
        EnsembleLearning learning = new(ensemble, new SoftmaxCrossEntropy());
        Tensor held = learning.HeldOutOutputs(Folded);
        for (int sample = 0; sample < Samples; sample++)
        {
            Range row = sample..(sample + 1);
            TensorAssert.Close(ensemble.Members[(int)Folds[sample]].Forward(Features.Rows(row)), held.Rows(row), 1e-6, 1e-6);
        }

        Evaluation measured = learning.Evaluate(Folded, [Metric.Accuracy]);
        Assert.Equal(new SoftmaxCrossEntropy().Forward(held, Targets).Item(), measured.Loss, 1e-6);
        Assert.Equal(Accuracy.Of(held, Targets), measured.Metrics[Metric.Accuracy.Name]);
    }

    [Fact]
    public void A_batch_that_a_member_leaves_out_whole_teaches_it_nothing()
    {
        Ensemble ensemble = new(Enumerable.Range(0, Members).Select(Member));
        EnsembleLearning learning = new(ensemble, new SoftmaxCrossEntropy());
        Tensor loss = learning.Loss([Features.Rows(..2), Targets.Rows(..2), Tensor.From(1L, 1L)]);
        Gradients gradients = loss.Backward();
        Assert.True(double.IsFinite(loss.Item()));
        Assert.All(ensemble.Members[1].Parameters, parameter =>
            Assert.All(gradients[parameter].ToArray<float>(), element => Assert.Equal(0f, element)));
        Assert.Contains(ensemble.Members[0].Parameters, parameter =>
            Array.Exists(gradients[parameter].ToArray<float>(), element => element != 0));
    }

    [Fact]
    public void A_fold_without_a_member_is_refused()
    {
        EnsembleLearning learning = new(new Ensemble([Member(0)]), new SoftmaxCrossEntropy());
        Assert.StartsWith(
            "ensemble: sample 1 is of fold 1, and there are 1 members",
            Assert.Throws<ArgumentException>(() => learning.HeldOutOutputs(Folded)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(
            () => new EnsembleLearning(new Ensemble([Member(0)]), new SoftmaxCrossEntropy(LossReduction.Sum)));
    }

    private static Sequential Member(int member)
    {
        Generator generator = new((ulong)member + 10);
        return new Sequential(
            new PeriodicEmbedding(4, [0, 2], generator),
            new FeatureScale(10),
            new Linear(10, 6, generator),
            new ParametricActivation(new Silu(), 6),
            new Dropout(0.2, generator.Fork("dropout")),
            new Linear(6, 3, generator));
    }

    private static void Fit(Objective objective, Dataset data, bool plan)
    {
        TrainingOptions options = new() { Epochs = 4, BatchSize = 20, Seed = 7, Plan = plan };
        new Trainer(objective, new AdamW(objective.Model.Parameters, 0.01), options).Fit(data);
    }
}
