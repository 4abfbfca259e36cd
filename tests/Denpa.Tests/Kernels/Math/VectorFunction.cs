using System.Numerics;
using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

/// <summary>
/// A function of <see cref="VectorMath{T, TLanes}"/> in both element types and at any width; an oracle for it in double, good to far less
/// than an ulp of float; the bound on its error in ulp; and the magnitude up to which it is Denpa's own.
/// </summary>
internal sealed record VectorFunction(
    VectorFunction.Kernel Function, Func<double, double> Oracle, double Bound, double Limit = double.PositiveInfinity)
{
    private static readonly Dictionary<string, VectorFunction> Table = new()
    {
        ["exp"] = new(new Kernel<Exp>(), Math.Exp, 0.9),
        ["expm1"] = new(new Kernel<Expm1>(), Oracles.Expm1, 1.5),
        ["log"] = new(new Kernel<Log>(), Math.Log, 0.9),
        ["log1p"] = new(new Kernel<Log1p>(), Oracles.Log1p, 1.5),
        ["tanh"] = new(new Kernel<Tanh>(), Math.Tanh, 1.6),
        ["sigmoid"] = new(new Kernel<Sigmoid>(), Oracles.Sigmoid, 1.6),
        ["softplus"] = new(new Kernel<Softplus>(), Oracles.Softplus, 1.9),
        ["erf"] = new(new Kernel<Erf>(), Oracles.Erf, 1.3),
        ["erf-derivative"] = new(new Kernel<ErfDerivative>(), Oracles.ErfDerivative, 2.1),
        ["gelu"] = new(new Kernel<Gelu>(), Oracles.Gelu, 4.2),
        ["silu"] = new(new Kernel<Silu>(), Oracles.Silu, 3.9),
        ["mish"] = new(new Kernel<Mish>(), Oracles.Mish, 5),
        ["sin"] = new(new Kernel<Sin>(), Math.Sin, 1.7, 131072),
        ["cos"] = new(new Kernel<Cos>(), Math.Cos, 1.7, 131072),
    };

    public static IEnumerable<string> Names => Table.Keys;

    /// <summary>Every function at every width of this machine.</summary>
    public static TheoryData<string, string> NamesAndWidths
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (string name in Names)
            {
                foreach (VectorWidth width in Widths.All) data.Add(name, width.ToString());
            }

            return data;
        }
    }

    public static VectorFunction Named(string name) => Table[name];

    public T[] Of<T>(T[] x, VectorWidth? width = null)
        where T : unmanaged, INumber<T>
    {
        T[] results = new T[x.Length];
        Function.Run(x, results, width);
        return results;
    }

    public T Of<T>(T x, VectorWidth? width = null)
        where T : unmanaged, INumber<T> => Of([x], width)[0];

    internal abstract class Kernel
    {
        public abstract void Run<T>(ReadOnlySpan<T> x, Span<T> results, VectorWidth? width)
            where T : unmanaged, INumber<T>;
    }

    private sealed class Kernel<TKernel> : Kernel
        where TKernel : struct, IUnaryKernel
    {
        public override void Run<T>(ReadOnlySpan<T> x, Span<T> results, VectorWidth? width) =>
            Elementwise.Map(x, results, default(TKernel), width);
    }

    private readonly struct Exp : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Exp(x);
    }

    private readonly struct Expm1 : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Expm1(x);
    }

    private readonly struct Log : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Log(x);
    }

    private readonly struct Log1p : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Log1p(x);
    }

    private readonly struct Tanh : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Tanh(x);
    }

    private readonly struct Sigmoid : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Sigmoid(x);
    }

    private readonly struct Softplus : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Softplus(x);
    }

    private readonly struct Erf : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Erf(x);
    }

    private readonly struct ErfDerivative : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.ErfDerivative(x);
    }

    private readonly struct Gelu : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Gelu(x);
    }

    private readonly struct Mish : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Mish(x);
    }

    private readonly struct Silu : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Silu(x);
    }

    private readonly struct Sin : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Sin(x);
    }

    private readonly struct Cos : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Cos(x);
    }
}
