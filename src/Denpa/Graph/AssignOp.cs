namespace Denpa;

/// <summary>Overwrites a variable by values of its shape and element type.</summary>
internal sealed record AssignOp : MovementOp
{
    public static readonly AssignOp Instance = new();

    public override string Name => "assign";

    public override string Formula => "a ← b";

    public override string DerivativeFormula => "none";

    public override int Aliases => 0;

    public override OperandSet Overwrites => [0];

    public override OperandSet Reads => [1];

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) =>
        inputs[0] == inputs[1] ? inputs[0] : throw new ShapeException($"assign: {inputs[0]} cannot hold {inputs[1]}");

    protected override void Forward<T>(in Operands operands) => operands.Read<T>(1).CopyTo(operands.Update<T>(0));
}
