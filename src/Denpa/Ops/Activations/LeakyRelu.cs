using System.Numerics;
using System.Runtime.Intrinsics;
using Denpa.Kernels;
using static System.FormattableString;

namespace Denpa;

/// <summary>ReLU with a slope below 0, so that no unit dies (Maas et al. 2013). At 0 its derivative is that slope.</summary>
internal sealed class LeakyReluOp(double slope) : UnaryOp<LeakyReluOp.LeakyReluKernel>
{
    public override string Name => "leaky relu";

    public override string Formula => Invariant($"y = x where x > 0, else {slope} · x");

    public override string DerivativeFormula => Invariant($"∂L/∂x = ∂L/∂y where y > 0, else {slope} · ∂L/∂y");

    protected override LeakyReluKernel Kernel => new(slope);

    protected internal override Needs DerivativeNeeds(int input) => Needs.Output;

    protected internal override Tensor Derivative(int input, in DerivativeLink link) =>
        Tensor.Where(link.Output > 0, link.Upstream, link.Upstream * slope);

    internal readonly struct LeakyReluKernel(double slope) : IUnaryKernel
    {
        public Vector512<T> Invoke<T>(Vector512<T> x)
            where T : unmanaged, INumber<T> =>
            Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512<T>.Zero), x, x * T.CreateTruncating(slope));
    }
}

/// <summary>The leaky rectified linear unit.</summary>
public static class LeakyReluExtensions
{
    extension(Tensor x)
    {
        /// <summary>x for every element above 0, else slope · x; float32 or float64. The derivative at 0 is the slope.</summary>
        /// <param name="slope">The slope below 0: finite and not negative.</param>
        /// <exception cref="ArgumentOutOfRangeException">The slope is negative or not finite.</exception>
        /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
        public Tensor LeakyRelu(double slope = 0.01)
        {
            if (!double.IsFinite(slope) || slope < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(slope), slope, "leaky relu: the slope must be finite and not negative");
            }

            return new LeakyReluOp(slope).Apply(x);
        }
    }
}
