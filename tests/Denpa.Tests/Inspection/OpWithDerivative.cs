namespace Denpa.Tests;

/// <summary>A derivative as a function.</summary>
public delegate Tensor DerivativeRule(int input, in DerivativeLink link);

/// <summary>A float64 op whose forward is written in ops and whose derivative is whatever a test says, right or wrong.</summary>
public sealed record OpWithDerivative(Func<Tensor[], Tensor> Function, DerivativeRule Rule) : SingleOutputOp
{
    public override string Name => "op under test";

    public override string Formula => "y = f(x)";

    public override string DerivativeFormula => "as the test says";

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        Tensor[] zeros = [.. inputs.ToArray().Select(input => Tensor.Zeros(input.Shape, input.DType))];
        Tensor output = Function(zeros);
        return new TensorSpec(output.DType, output.Shape);
    }

    protected internal override void Forward(in Operands operands)
    {
        Tensor[] inputs = new Tensor[operands.Count];
        for (int i = 0; i < inputs.Length; i++) inputs[i] = Tensor.From(operands.Read<double>(i), operands[i].Shape);
        Function(inputs).AsSpan<double>().CopyTo(operands.Write<double>());
    }

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Input(0) | KeptOperands.Input(1) | KeptOperands.Output;

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => Rule(input, link);
}
