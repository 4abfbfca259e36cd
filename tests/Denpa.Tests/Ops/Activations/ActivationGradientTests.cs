using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

/// <summary>The derivative of every activation as one op of the incoming gradient and what forward left.</summary>
public sealed class ActivationGradientTests
{
    private static readonly Dictionary<string, (SingleOutputOp Op, Func<Tensor, Tensor> Activation)> Gradients = new()
    {
        ["gate"] = (GateOp.Instance, x => x.Relu()),
        ["leaky gate"] = (new LeakyGateOp(0.2), x => x.LeakyRelu(0.2)),
        ["sigmoid gradient"] = (SigmoidOp.Instance.GradientOp, x => x.Sigmoid()),
        ["tanh gradient"] = (TanhOp.Instance.GradientOp, x => x.Tanh()),
        ["silu gradient"] = (SiluOp.Instance.GradientOp, x => x.Silu()),
        ["gelu gradient"] = (GeluOp.Instance.GradientOp, x => x.Gelu()),
        ["gelu tanh gradient"] = (GeluTanhOp.Instance.GradientOp, x => x.GeluTanh()),
        ["elu gradient"] = (new EluOp(0.7).GradientOp, x => x.Elu(0.7)),
        ["selu gradient"] = (EluOp.SelfNormalising.GradientOp, x => x.Selu()),
        ["mish gradient"] = (MishOp.Instance.GradientOp, x => x.Mish()),
        ["softplus gradient"] = (SoftplusOp.Instance.GradientOp, x => x.Softplus()),
        ["softmax gradient"] = (new SoftmaxGradientOp(1), x => x.Softmax()),
        ["log softmax gradient"] = (new LogSoftmaxGradientOp(1), x => x.LogSoftmax()),
    };

    public static TheoryData<string> Names => [.. Gradients.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_activation_and_its_derivative_are_an_op_each(string name)
    {
        (_, Func<Tensor, Tensor> activation) = Gradients[name];
        Tensor x = Between(-2, 2, 3, 4).Watch();
        Tensor y = activation(x);
        Tensor seed = Between(-1, 1, 3, 4);
        Assert.Equal([name], Ops.Of(() => y.Backward(seed)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_own_derivatives_agree_with_differences(string name)
    {
        SingleOutputOp op = Gradients[name].Op;
        Tensor a = Between(-2, 2, 3, 4);
        Tensor b = Tensor.Uniform([3, 4], new Generator(19), -0.6, 0.9, DType.Float64);
        First(x => op.Apply(x[0], x[1]), a, b);
        FirstAndSecond(x => op.Apply(x[0], b), a);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_may_be_written_over_either_operand(string name)
    {
        SingleOutputOp op = Gradients[name].Op;
        Assert.Equal((true, true), (op.MayOverwrite.Contains(0), op.MayOverwrite.Contains(1)));
        foreach (int columns in (int[])[1, 4, 16, 67])
        {
            DeclarationAssert.Holds(() => op.Apply(Between(-2, 2, 3, columns), Between(-1, 1, 3, columns)));
        }
    }
}
