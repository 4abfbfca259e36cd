using System.Numerics;
using System.Runtime.Intrinsics;
using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

/// <summary>The matrix product in vectors of a chosen width, whichever the process has settled on.</summary>
internal static unsafe class VectorProducts
{
    /// <summary>The widths of this machine, from the narrowest up.</summary>
    public static TheoryData<string> Widths
        => [.. Enum.GetValues<VectorWidth>().Where(width => width <= VectorWidths.Widest).Select(width => width.ToString())];

    public static T[] Multiply<T>(string width, T[] left, T[] right, int m, int n, int k, bool transposeLeft, bool transposeRight)
        where T : unmanaged, INumber<T>
    {
        var destination = new T[m * n];
        Array.Fill(destination, T.CreateTruncating(double.NaN));
        Multiply(Parse(width), left, right, destination, m, n, k, transposeLeft, transposeRight, new NoEpilogue<T>());
        return destination;
    }

    public static VectorWidth Parse(string width) => Enum.Parse<VectorWidth>(width);

    public static void Multiply<T, TEpilogue>(
        VectorWidth width,
        T[] left,
        T[] right,
        T[] destination,
        int m,
        int n,
        int k,
        bool transposeLeft,
        bool transposeRight,
        TEpilogue epilogue)
        where T : unmanaged, INumber<T>
        where TEpilogue : struct, ITileEpilogue<T>
    {
        fixed (T* x = left, y = right, z = destination)
        {
            switch (width)
            {
                case VectorWidth.Avx512:
                    VectorProduct<T, Vector512<T>, Vectors512<T>>.Multiply(x, y, z, m, n, k, transposeLeft, transposeRight, epilogue);
                    break;
                case VectorWidth.Avx2:
                    VectorProduct<T, Vector256<T>, Vectors256<T>>.Multiply(x, y, z, m, n, k, transposeLeft, transposeRight, epilogue);
                    break;
                default:
                    VectorProduct<T, Vector128<T>, Vectors128<T>>.Multiply(x, y, z, m, n, k, transposeLeft, transposeRight, epilogue);
                    break;
            }
        }
    }
}
