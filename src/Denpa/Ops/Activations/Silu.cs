using System.Numerics;
using System.Runtime.Intrinsics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The sigmoid linear unit, also called swish (Elfwing et al. 2017, Ramachandran et al. 2017).</summary>
internal sealed class SiluOp : UnaryOp<SiluOp.SiluKernel>
{
    public static readonly SiluOp Instance = new();

    public override string Name => "silu";

    public override string Formula => "y = x · σ(x)";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · (σ(x) + y · (1 − σ(x)))";

    protected internal override Needs DerivativeNeeds(int input) => Needs.Input0 | Needs.Output;

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        Tensor sigmoid = link.Input(0).Sigmoid();
        return link.Upstream * (sigmoid + (link.Output * (1 - sigmoid)));
    }

    internal readonly struct SiluKernel : IUnaryKernel
    {
        public Vector512<T> Invoke<T>(Vector512<T> x)
            where T : unmanaged, INumber<T> => x * VectorMath.Sigmoid(x);
    }
}

/// <summary>The sigmoid linear unit.</summary>
public static class SiluExtensions
{
    extension(Tensor x)
    {
        /// <summary>x · σ(x) for every element, σ being the sigmoid; float32 or float64.</summary>
        /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
        public Tensor Silu() => SiluOp.Instance.Apply(x);
    }
}
