using System.Buffers;
using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// The softmax and the cross-entropy in one. Targets are what each class counts for; they need not sum to 1. A class that counts
/// for nothing adds nothing, even where its logit is −∞; nor does a row of such, even where its logits are no numbers.
/// </summary>
internal sealed record SoftmaxCrossEntropyOp : FloatingOp
{
    public static readonly SoftmaxCrossEntropyOp Instance = new();

    public override string Name => "softmax cross-entropy";

    public override string Formula => "yᵢ = −Σⱼ tᵢⱼ · log softmax(xᵢ)ⱼ";

    public override string DerivativeFormula =>
        "∂L/∂xᵢ = ∂L/∂yᵢ · (softmax(xᵢ) Σⱼ tᵢⱼ − tᵢ), ∂L/∂tᵢ = −∂L/∂yᵢ · log softmax(xᵢ)";

    protected internal override KeptOperands Keeps(int input) =>
        input == 0 ? KeptOperands.Input(0) | KeptOperands.Input(1) : KeptOperands.Input(0);

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        (TensorSpec logits, TensorSpec targets) = (inputs[0], inputs[1]);
        RequireFloating(logits, targets);
        if (logits.Shape != targets.Shape)
        {
            throw new ShapeException($"{Name}: logits {logits.Shape} and target probabilities {targets.Shape} differ");
        }

        return logits with { Shape = new Shape(logits.Shape.Sizes[..^1]) };
    }

    protected override void Forward<T>(in Operands operands)
    {
        int classes = operands[0].Shape[-1];
        ReadOnlySpan<T> logits = operands.Read<T>(0);
        ReadOnlySpan<T> targets = operands.Read<T>(1);
        Span<T> losses = operands.Write<T>();
        T[] scratch = ArrayPool<T>.Shared.Rent(logits.Length);
        Span<T> logProbabilities = scratch.AsSpan(0, logits.Length);
        SoftmaxKernel.LogProbabilities(logits, logProbabilities, losses.Length, classes, 1);
        for (int row = 0; row < losses.Length; row++)
        {
            Range columns = (row * classes)..((row + 1) * classes);
            losses[row] = Surprise<T>(logProbabilities[columns], targets[columns]);
        }

        ArrayPool<T>.Shared.Return(scratch);
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        Tensor upstream = link.Upstream.Unsqueeze(-1);
        return input == 0
            ? WeightedSoftmaxErrorOp.Instance.Apply(link.Input(0), link.Input(1)) * upstream
            : -(upstream * link.Input(0).LogSoftmax());
    }

    private static T Surprise<T>(ReadOnlySpan<T> logProbabilities, ReadOnlySpan<T> targets)
        where T : unmanaged, INumber<T>
    {
        T sum = T.Zero;
        for (int j = 0; j < targets.Length; j++)
        {
            if (targets[j] != T.Zero) sum -= targets[j] * logProbabilities[j];
        }

        return sum;
    }
}
