namespace Denpa;

/// <summary>Counts a step, in place, so that a recorded step counts itself whenever it is replayed.</summary>
internal sealed record AdvanceStepCountOp : SingleOutputOp
{
    public static readonly AdvanceStepCountOp Instance = new();

    public override string Name => "advance step count";

    public override string Formula => "t ← t + 1";

    public override string DerivativeFormula => "none";

    public override OperandSet Overwrites => [0];

    public override int Aliases => 0;

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => inputs[0];

    protected internal override void Forward(in Operands operands) => operands.Update<long>(0)[0]++;
}
