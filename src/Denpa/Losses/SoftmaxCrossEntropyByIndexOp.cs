using System.Buffers;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The softmax and the cross-entropy with class indices in one: −log softmax of the target, finite at any finite logits.</summary>
internal sealed class SoftmaxCrossEntropyByIndexOp : FloatingOp
{
    public static readonly SoftmaxCrossEntropyByIndexOp Instance = new();

    public override string Name => "softmax cross-entropy";

    public override string Formula => "yᵢ = −log softmax(xᵢ)[tᵢ]";

    public override string DerivativeFormula => "∂L/∂xᵢ = ∂L/∂yᵢ · (softmax(xᵢ) − one-hot(tᵢ))";

    protected internal override Needs DerivativeNeeds(int input) => Needs.Input0 | Needs.Input1;

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        (TensorSpec logits, TensorSpec targets) = (inputs[0], inputs[1]);
        RequireFloating(logits.DType);
        Shape rows = new(logits.Shape.Sizes[..^1]);
        if (targets.Shape != rows)
        {
            throw new ShapeException(
                $"{Name}: logits {logits.Shape} have their classes on the last axis, so class indices are {rows}, " +
                $"but these are {targets.Shape}");
        }

        return logits with { Shape = rows };
    }

    protected override void Forward<T>(in Operands operands)
    {
        int classes = operands[0].Shape[-1];
        ReadOnlySpan<T> logits = operands.Read<T>(0);
        ReadOnlySpan<long> targets = operands.Read<long>(1);
        Span<T> losses = operands.Write<T>();
        RequireClasses(targets, classes);
        T[] scratch = ArrayPool<T>.Shared.Rent(logits.Length);
        Span<T> logProbabilities = scratch.AsSpan(0, logits.Length);
        SoftmaxKernel.LogProbabilities(logits, logProbabilities, losses.Length, classes, 1);
        for (int row = 0; row < losses.Length; row++) losses[row] = T.Zero - logProbabilities[(row * classes) + (int)targets[row]];
        ArrayPool<T>.Shared.Return(scratch);
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        if (input != 0) return base.Derivative(input, link);
        Tensor logits = link.Input(0);
        Tensor error = logits.Softmax() - link.Input(1).OneHot(logits.Shape[-1], logits.DType);
        return error * link.Upstream.Unsqueeze(-1);
    }

    private void RequireClasses(ReadOnlySpan<long> targets, int classes)
    {
        for (int row = 0; row < targets.Length; row++)
        {
            if ((ulong)targets[row] < (ulong)classes) continue;
            throw new ArgumentOutOfRangeException(
                nameof(targets), $"{Name}: row {row} has class index {targets[row]}, but there are {classes} classes, 0 to {classes - 1}");
        }
    }
}
