namespace Denpa.Tests.Support;

/// <summary>An op, and inputs that it takes.</summary>
/// <param name="Op">The op.</param>
/// <param name="Inputs">Its inputs; those that may be of several element types are float64.</param>
public sealed record OpExample(Op Op, params Tensor[] Inputs)
{
    /// <summary>The float64 inputs that are float64 whatever the others are.</summary>
    public OperandSet AlwaysFloat64 { get; init; }

    /// <summary>Whether the op says that it has a derivative.</summary>
    public bool HasDerivative => !Op.DerivativeFormula.StartsWith("none", StringComparison.Ordinal);

    /// <summary>The elements of all outputs in a row.</summary>
    public static Tensor Apply(Op op, IReadOnlyList<Tensor> inputs)
    {
        Tensor[] outputs = op.ApplyAll([.. inputs]);
        return outputs.Length == 1 ? outputs[0] : Tensor.Concatenate([.. outputs.Select(output => output.Reshape(-1))]);
    }
}
