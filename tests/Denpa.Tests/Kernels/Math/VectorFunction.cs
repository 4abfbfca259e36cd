using System.Runtime.Intrinsics;
using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

/// <summary>
/// A function of <see cref="VectorMath"/> in both element types; an oracle for it in double, good to far less than an ulp of float; the
/// bound on its error in ulp; and the magnitude up to which it is Denpa's own.
/// </summary>
internal sealed record VectorFunction(
    Func<Vector512<float>, Vector512<float>> Single,
    Func<Vector512<double>, Vector512<double>> Double,
    Func<double, double> Oracle,
    double Bound,
    double Limit = double.PositiveInfinity)
{
    private static readonly Dictionary<string, VectorFunction> Table = new()
    {
        ["exp"] = new(VectorMath.Exp, VectorMath.Exp, Math.Exp, 0.9),
        ["expm1"] = new(VectorMath.Expm1, VectorMath.Expm1, Oracles.Expm1, 1.5),
        ["log"] = new(VectorMath.Log, VectorMath.Log, Math.Log, 0.9),
        ["log1p"] = new(VectorMath.Log1p, VectorMath.Log1p, Oracles.Log1p, 1.5),
        ["tanh"] = new(VectorMath.Tanh, VectorMath.Tanh, Math.Tanh, 1.6),
        ["sigmoid"] = new(VectorMath.Sigmoid, VectorMath.Sigmoid, Oracles.Sigmoid, 1.6),
        ["softplus"] = new(VectorMath.Softplus, VectorMath.Softplus, Oracles.Softplus, 1.9),
        ["erf"] = new(VectorMath.Erf, VectorMath.Erf, Oracles.Erf, 1.3),
        ["erf-derivative"] = new(VectorMath.ErfDerivative, VectorMath.ErfDerivative, Oracles.ErfDerivative, 2.1),
        ["gelu"] = new(VectorMath.Gelu, VectorMath.Gelu, Oracles.Gelu, 4.2),
        ["silu"] = new(VectorMath.Silu, VectorMath.Silu, Oracles.Silu, 3.9),
        ["sin"] = new(VectorMath.Sin, VectorMath.Sin, Math.Sin, 1.7, 131072),
        ["cos"] = new(VectorMath.Cos, VectorMath.Cos, Math.Cos, 1.7, 131072),
    };

    public static IEnumerable<string> Names => Table.Keys;

    public static VectorFunction Named(string name) => Table[name];

    public float Of(float x) => Single(Vector512.Create(x)).ToScalar();

    public double Of(double x) => Double(Vector512.Create(x)).ToScalar();
}
