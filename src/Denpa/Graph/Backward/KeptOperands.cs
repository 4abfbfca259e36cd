namespace Denpa;

/// <summary>The operands whose values a derivative reads, and which are kept alive until then.</summary>
/// <param name="Inputs">The inputs.</param>
/// <param name="Outputs">The outputs.</param>
public readonly record struct KeptOperands(OperandSet Inputs, OperandSet Outputs)
{
    /// <summary>None: the incoming gradient and the shapes suffice.</summary>
    public static KeptOperands Nothing => default;

    /// <summary>The op's only output, or its first.</summary>
    public static KeptOperands Output => new(OperandSet.None, [0]);

    /// <summary>What either keeps.</summary>
    public static KeptOperands operator |(KeptOperands left, KeptOperands right) =>
        new(left.Inputs | right.Inputs, left.Outputs | right.Outputs);

    /// <summary>One input.</summary>
    public static KeptOperands Input(int input) => new([input], OperandSet.None);
}
