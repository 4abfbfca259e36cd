using System.Numerics;
using System.Runtime.CompilerServices;

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
    public static void OfProbabilities<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> destination, int outer, int length, int inner, VectorWidth? width = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Run<T, Probabilities>(a, b, destination, outer, length, inner, width);

    /// <summary>a − eᵇ · Σ a.</summary>
    public static void OfLogProbabilities<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> destination, int outer, int length, int inner, VectorWidth? width = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Run<T, LogProbabilities>(a, b, destination, outer, length, inner, width);

    private static void Run<T, TForm>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> destination, int outer, int length, int inner, VectorWidth? width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TForm : struct, IForm
    {
        SpanLength.Require("softmax gradient", nameof(b), b.Length, a.Length);
        SpanLength.Require("softmax gradient", nameof(destination), destination.Length, a.Length);
        if (a.IsEmpty) return;
        fixed (T* left = a, right = b, to = destination)
        {
            Places<T, TForm> places = new(left, right, to, length, inner);
            LaneLoop.For<T, Places<T, TForm>>(outer, Math.Max(1, ChunkLength / (length * inner)), places, cost: a.Length, width);
        }
    }

    /// <summary>Which of the two it is.</summary>
    private interface IForm
    {
        static abstract TLanes Summand<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T>;

        static abstract TLanes Finish<T, TLanes>(TLanes a, TLanes b, TLanes sum)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T>;
    }

    private readonly struct Probabilities : IForm
    {
        public static TLanes Summand<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => a * b;

        public static TLanes Finish<T, TLanes>(TLanes a, TLanes b, TLanes sum)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => b * (a - sum);
    }

    private readonly struct LogProbabilities : IForm
    {
        public static TLanes Summand<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => a;

        public static TLanes Finish<T, TLanes>(TLanes a, TLanes b, TLanes sum)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => a - (VectorMath<T, TLanes>.Exp(b) * sum);
    }

    /// <summary>
    /// Lines along vectors where inner is 1, else neighbouring lines side by side. Vectors (groups of 64 bytes along a line) are added in
    /// ascending order within blocks of 64, the blocks in ascending order, a line's lanes last.
    /// </summary>
    private readonly struct Places<T, TForm>(T* a, T* b, T* destination, int length, int inner) : ILaneLoop<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TForm : struct, IForm
    {
        private const int BlockLength = 64;

        public void Run<TLanes>(int start, int end)
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            for (int place = start; place < end; place++)
            {
                nint from = (nint)place * length * inner;
                if (inner == 1) Along<TLanes>(from);
                else for (int column = 0; column < inner; column += TLanes.Count) Across<TLanes>(from + column, inner - column);
            }
        }

        private void Along<TLanes>(nint line)
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            TLanes* sums = stackalloc TLanes[LaneGroup<T, TLanes>.Vectors];
            int groups = ((length - 1) / LaneGroup<T, TLanes>.Length) + 1;
            for (int place = 0; place < LaneGroup<T, TLanes>.Vectors; place++)
            {
                int first = place * TLanes.Count;
                sums[place] = Sum<TLanes>(line + first, LaneGroup<T, TLanes>.Length, groups, length - first, LaneGroup<T, TLanes>.Length);
            }

            TLanes total = TLanes.Fill(LaneGroup<T, TLanes>.Fold<SumFold<T>>(sums));
            Finish(line, TLanes.Count, ((length - 1) / TLanes.Count) + 1, lanes: length, lanesPerStep: TLanes.Count, total);
        }

        private void Across<TLanes>(nint strip, int lanes)
            where TLanes : unmanaged, ILanes<TLanes, T> =>
            Finish(strip, inner, length, lanes, lanesPerStep: 0, Sum<TLanes>(strip, inner, length, lanes, lanesPerStep: 0));

        // lanes is how many elements of the first vector on belong here; along a line each vector takes its share of them.
        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private TLanes Sum<TLanes>(nint at, nint stride, int count, int lanes, int lanesPerStep)
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            TLanes sum = default;
            while (count > 0)
            {
                TLanes block = default;
                for (int i = Math.Min(count, BlockLength); i > 0; i--, at += stride, lanes -= lanesPerStep)
                {
                    TLanes left = PointerLanes<T, TLanes>.LoadUpTo(a + at, a + at + lanes);
                    TLanes right = PointerLanes<T, TLanes>.LoadUpTo(b + at, b + at + lanes);
                    block += TForm.Summand<T, TLanes>(left, right);
                }

                sum += block;
                count -= BlockLength;
            }

            return sum;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private void Finish<TLanes>(nint at, nint stride, int count, int lanes, int lanesPerStep, TLanes sum)
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            for (; count > 0; count--, at += stride, lanes -= lanesPerStep)
            {
                TLanes left = PointerLanes<T, TLanes>.LoadUpTo(a + at, a + at + lanes);
                TLanes right = PointerLanes<T, TLanes>.LoadUpTo(b + at, b + at + lanes);
                PointerLanes<T, TLanes>.StoreUpTo(TForm.Finish<T, TLanes>(left, right, sum), destination + at, destination + at + lanes);
            }
        }
    }
}
