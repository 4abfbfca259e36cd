using System.Numerics;
using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

/// <summary>The matrix product in vectors of a chosen width, whichever the process has settled on.</summary>
internal static class VectorProducts
{
    public static T[] Multiply<T>(string width, T[] left, T[] right, int m, int n, int k, bool transposeLeft, bool transposeRight)
        where T : unmanaged, INumber<T>
    {
        T[] destination = new T[m * n];
        Array.Fill(destination, T.CreateTruncating(double.NaN));
        Multiply(Widths.Parse(width), left, right, destination, m, n, k, transposeLeft, transposeRight, new NoEpilogue<T>());
        return destination;
    }

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
        MatrixProduct.Multiply(left, right, destination, m, n, k, transposeLeft, transposeRight, epilogue, width);
    }
}
