using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// The error softmax(x) Σ t − t of each row, t being what each class counts for: the cross-entropy's derivative. A row that counts for
/// nothing has none, even where its logits are no numbers.
/// </summary>
internal sealed record WeightedSoftmaxErrorOp : FloatingOp
{
    public static readonly WeightedSoftmaxErrorOp Instance = new();

    public override string Name => "weighted softmax error";

    public override string Formula => "yᵢ = softmax(xᵢ) Σⱼ tᵢⱼ − tᵢ, 0 where all tᵢⱼ = 0";

    public override string DerivativeFormula =>
        "∂L/∂xᵢ = Σⱼ tᵢⱼ · sᵢ (∂L/∂yᵢ − Σⱼ sᵢⱼ ∂L/∂yᵢⱼ), ∂L/∂tᵢ = Σⱼ sᵢⱼ ∂L/∂yᵢⱼ − ∂L/∂yᵢ, sᵢ = softmax(xᵢ)";

    protected internal override KeptOperands Keeps(int input) =>
        input == 0 ? KeptOperands.Input(0) | KeptOperands.Input(1) : KeptOperands.Input(0);

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => inputs[0];

    protected override void Forward<T>(in Operands operands)
    {
        int classes = operands.Output.Shape[-1];
        ReadOnlySpan<T> targets = operands.Read<T>(1);
        Span<T> errors = operands.Write<T>();
        if (errors.IsEmpty) return;
        SoftmaxKernel.Probabilities(operands.Read<T>(0), errors, errors.Length / classes, classes, 1);
        for (int start = 0; start < errors.Length; start += classes)
        {
            SubtractTargets(errors.Slice(start, classes), targets.Slice(start, classes));
        }
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        Tensor softmax = link.Input(0).Softmax();
        if (input == 1) return (link.Upstream * softmax).Sum(-1, keepDimensions: true) - link.Upstream;
        Tensor total = link.Input(1).Sum(-1, keepDimensions: true);
        return Tensor.Where(total.EqualTo(0), 0, new SoftmaxGradientOp(softmax.Rank - 1).Apply(link.Upstream, softmax) * total);
    }

    private static void SubtractTargets<T>(Span<T> probabilities, ReadOnlySpan<T> targets)
        where T : unmanaged, INumber<T>
    {
        if (!targets.ContainsAnyExcept(T.Zero))
        {
            probabilities.Clear();
            return;
        }

        T total = T.Zero;
        foreach (T target in targets) total += target;
        for (int j = 0; j < targets.Length; j++) probabilities[j] = (probabilities[j] * total) - targets[j];
    }
}
