using System.Numerics.Tensors;

namespace Denpa;

/// <summary>
/// Where a value is used more than once, the gradients that come back from its uses are added: the chain rule's sum over
/// paths. An op of its own, below the arithmetic, because back propagation itself needs it.
/// </summary>
internal sealed record GradientSum : FloatingOp
{
    public static readonly GradientSum Instance = new();

    public override string Name => "gradient sum";

    public override string Formula => "y = a + b";

    public override string DerivativeFormula => "∂L/∂a = ∂L/∂b = ∂L/∂y";

    public static Tensor Of(Tensor first, Tensor second) => Instance.Apply(first, second);

    public override OperandSet MayOverwrite => OperandSet.All;

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) =>
        inputs[0] == inputs[1] ? inputs[0] : throw new ShapeException($"gradient sum: {inputs[0]} and {inputs[1]} differ");

    protected override void Forward<T>(in Operands operands) =>
        TensorPrimitives.Add(operands.Read<T>(0), operands.Read<T>(1), operands.Write<T>());

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => link.Upstream;
}
