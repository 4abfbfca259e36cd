using Denpa.Tests.Support;

namespace Denpa.Tests.Losses;

/// <summary>The derivative of every loss against central differences, with each reduction, with and without weights.</summary>
public sealed class LossGradientTests
{
    private static readonly Generator Random = new(11);
    private static readonly Tensor Predictions = Tensor.Normal([5, 3], Random, dtype: DType.Float64);
    private static readonly Tensor Numbers = Tensor.Normal([5, 3], Random, dtype: DType.Float64);
    private static readonly Tensor Probabilities = Tensor.Normal([5, 3], Random, dtype: DType.Float64).Softmax();
    private static readonly Tensor Indices = Tensor.From(2L, 0, 1, 1, 2);
    private static readonly Tensor SampleWeights = Tensor.From(0.5, 2, 0, 1, 1.5);

    private static readonly Dictionary<string, (Func<LossReduction, Loss> Make, Tensor Targets)> Losses = new()
    {
        ["half squared"] = (reduction => new HalfSquaredError(reduction), Numbers),
        ["squared"] = (reduction => new MeanSquaredError(reduction), Numbers),
        ["absolute"] = (reduction => new AbsoluteError(reduction), Numbers),
        ["huber"] = (reduction => new Huber(0.7, reduction), Numbers),
        ["binary cross-entropy"] = (reduction => new BinaryCrossEntropy(reduction), Probabilities),
        ["cross-entropy by index"] = (reduction => new SoftmaxCrossEntropy(reduction), Indices),
        ["cross-entropy by index, smoothed, class weights"] = (reduction => new SoftmaxCrossEntropy(reduction, 0.1, [0.5, 1, 2]), Indices),
        ["cross-entropy by probabilities"] = (reduction => new SoftmaxCrossEntropy(reduction), Probabilities),
        ["negative log-likelihood"] = (reduction => new NegativeLogLikelihood(reduction, [0.5, 1, 2]), Indices),
    };

    public static TheoryData<string, LossReduction, bool> Cases => new(
        from name in Losses.Keys
        from reduction in Enum.GetValues<LossReduction>()
        from weighted in new[] { false, true }
        select (name, reduction, weighted));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Derivatives_agree_with_central_differences(string name, LossReduction reduction, bool weighted)
    {
        (Func<LossReduction, Loss> make, Tensor targets) = Losses[name];
        Loss loss = make(reduction);
        Tensor[] inputs = [Predictions, targets, .. weighted ? (Tensor[])[SampleWeights] : []];
        TensorAssert.Passes(GradientCheck.Run(t => loss.Forward(t[0], t[1], weighted ? t[2] : null), inputs, new Generator(3)));
    }

    [Theory]
    [InlineData("half squared")]
    [InlineData("binary cross-entropy")]
    [InlineData("cross-entropy by index")]
    [InlineData("cross-entropy by probabilities")]
    public void Second_derivatives_agree_with_central_differences(string name)
    {
        (Func<LossReduction, Loss> make, Tensor targets) = Losses[name];
        Loss loss = make(LossReduction.Mean);
        Tensor Gradient(IReadOnlyList<Tensor> inputs) => loss.Forward(inputs[0], inputs[1]).Backward(createGraph: true)[inputs[0]];
        TensorAssert.Passes(GradientCheck.Run(Gradient, [Predictions, targets], new Generator(5)));
    }
}
