using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>
/// The derivatives of the softmax and its logarithm along the middle axis of the layout [outer, length, inner], from the output b and
/// applied to a. The destination may be either operand's span.
/// </summary>
internal static unsafe class SoftmaxGradient
{
    // Elements in one chunk of a parallel loop.
    private const int ChunkLength = 8192;

    /// <summary>b · (a − Σ a · b).</summary>
    public static void OfProbabilities<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> destination, int outer, int length, int inner)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Run<T, Probabilities>(a, b, destination, outer, length, inner);

    /// <summary>a − eᵇ · Σ a.</summary>
    public static void OfLogProbabilities<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> destination, int outer, int length, int inner)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Run<T, LogProbabilities>(a, b, destination, outer, length, inner);

    private static void Run<T, TForm>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> destination, int outer, int length, int inner)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TForm : struct, IForm
    {
        SpanLength.Require("softmax gradient", nameof(b), b.Length, a.Length);
        SpanLength.Require("softmax gradient", nameof(destination), destination.Length, a.Length);
        if (a.IsEmpty) return;
        fixed (T* left = a, right = b, to = destination)
        {
            Places<T, TForm> places = new(left, right, to, length, inner);
            WorkerPool.For(outer, Math.Max(1, ChunkLength / (length * inner)), places, cost: a.Length);
        }
    }

    /// <summary>Which of the two it is.</summary>
    private interface IForm
    {
        static abstract Vector512<T> Summand<T>(Vector512<T> a, Vector512<T> b)
            where T : unmanaged, INumber<T>;

        static abstract Vector512<T> Finish<T>(Vector512<T> a, Vector512<T> b, Vector512<T> sum)
            where T : unmanaged, INumber<T>;
    }

    private readonly struct Probabilities : IForm
    {
        public static Vector512<T> Summand<T>(Vector512<T> a, Vector512<T> b)
            where T : unmanaged, INumber<T> => a * b;

        public static Vector512<T> Finish<T>(Vector512<T> a, Vector512<T> b, Vector512<T> sum)
            where T : unmanaged, INumber<T> => b * (a - sum);
    }

    private readonly struct LogProbabilities : IForm
    {
        public static Vector512<T> Summand<T>(Vector512<T> a, Vector512<T> b)
            where T : unmanaged, INumber<T> => a;

        public static Vector512<T> Finish<T>(Vector512<T> a, Vector512<T> b, Vector512<T> sum)
            where T : unmanaged, INumber<T> => a - (VectorMath.Exp(b) * sum);
    }

    /// <summary>
    /// Lines along vectors where inner is 1, else neighbouring lines side by side. Vectors are added in ascending order within blocks
    /// of 64, the blocks in ascending order, a line's lanes last.
    /// </summary>
    private readonly struct Places<T, TForm>(T* a, T* b, T* destination, int length, int inner) : IRangeBody
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TForm : struct, IForm
    {
        private const int BlockLength = 64;

        public void Run(int start, int end)
        {
            for (int place = start; place < end; place++)
            {
                nint from = (nint)place * length * inner;
                if (inner == 1) Along(from);
                else for (int column = 0; column < inner; column += Vector512<T>.Count) Across(from + column, inner - column);
            }
        }

        private void Along(nint line)
        {
            int vectors = ((length - 1) / Vector512<T>.Count) + 1;
            Vector512<T> sum = Sum(line, Vector512<T>.Count, vectors, lanes: length, lanesPerStep: Vector512<T>.Count);
            Vector512<T> total = Vector512.Create(LaneFold.Fold<T, SumFold<T>>(sum));
            Finish(line, Vector512<T>.Count, vectors, lanes: length, lanesPerStep: Vector512<T>.Count, total);
        }

        private void Across(nint strip, int lanes) =>
            Finish(strip, inner, length, lanes, lanesPerStep: 0, Sum(strip, inner, length, lanes, lanesPerStep: 0));

        // lanes is how many elements of the first vector on belong here; along a line each vector takes its share of them.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private Vector512<T> Sum(nint at, nint stride, int count, int lanes, int lanesPerStep)
        {
            Vector512<T> sum = default;
            while (count > 0)
            {
                Vector512<T> block = default;
                for (int i = Math.Min(count, BlockLength); i > 0; i--, at += stride, lanes -= lanesPerStep)
                {
                    block += TForm.Summand(PointerLanes.LoadUpTo(a + at, a + at + lanes), PointerLanes.LoadUpTo(b + at, b + at + lanes));
                }

                sum += block;
                count -= BlockLength;
            }

            return sum;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Finish(nint at, nint stride, int count, int lanes, int lanesPerStep, Vector512<T> sum)
        {
            for (; count > 0; count--, at += stride, lanes -= lanesPerStep)
            {
                Vector512<T> left = PointerLanes.LoadUpTo(a + at, a + at + lanes);
                Vector512<T> right = PointerLanes.LoadUpTo(b + at, b + at + lanes);
                PointerLanes.StoreUpTo(TForm.Finish(left, right, sum), destination + at, destination + at + lanes);
            }
        }
    }
}
