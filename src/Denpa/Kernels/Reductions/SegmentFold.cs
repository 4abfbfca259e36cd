using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>
/// Folds a sequence of vectors that lie at equal distances into one vector, lane by lane: the innermost loop of every reduction, and the
/// place where the order of its additions is fixed.
/// </summary>
/// <remarks>
/// The order: blocks of 64 vectors; within a block, vector v goes to accumulator v mod 4 in ascending order, and the block's result is
/// (a₀ + a₁) + (a₂ + a₃). Blocks are folded pairwise: neighbours first, then neighbouring pairs, and so on; what is left without a
/// partner joins at the end, the latest first. So the rounding error of a sum grows with the logarithm of the number of blocks
/// (Higham, "The accuracy of floating point summation", 1993).
/// </remarks>
internal static unsafe class SegmentFold<T, TLanes, TFold, TLift>
    where T : unmanaged
    where TLanes : unmanaged, ILanes<TLanes, T>
    where TFold : struct, IFold<T>
    where TLift : struct, ILift<T>
{
    /// <summary>The most vectors of one call.</summary>
    public const int LargestCount = BlockLength << Levels;

    private const int BlockLength = 64;
    private const int Levels = 6;

    /// <summary>Folds <paramref name="count"/> vectors, at most <see cref="LargestCount"/>.</summary>
    /// <param name="first">The first vector.</param>
    /// <param name="stride">The distance from vector to vector, in elements.</param>
    /// <param name="count">The number of vectors.</param>
    /// <param name="end">The end of readable memory; lanes past it are folded as zeros.</param>
    /// <param name="neutral">What changes nothing when folded; the result where there are no vectors.</param>
    /// <param name="shift">Handed to the lift.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Fold(T* first, nint stride, int count, T* end, TLanes neutral, TLanes shift) => count <= BlockLength
        ? FoldBlock(first, stride, count, end, neutral, shift)
        : FoldBlocks(first, stride, count, end, neutral, shift);

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TLanes FoldBlocks(T* first, nint stride, int count, T* end, TLanes neutral, TLanes shift)
    {
        // pending[level] is the fold of 2^level blocks that waits for its neighbour, wherever that bit of the block count is set.
        TLanes* pending = stackalloc TLanes[Levels + 1];
        int blocks = 0;
        for (int start = 0; start < count; start += BlockLength)
        {
            TLanes fold = FoldBlock(first + (start * stride), stride, Math.Min(BlockLength, count - start), end, neutral, shift);
            int level = 0;
            for (; (blocks & (1 << level)) != 0; level++)
                fold = TFold.Combine(pending[level], fold);
            pending[level] = fold;
            blocks++;
        }

        return FoldPending(pending, blocks);
    }

    private static TLanes FoldPending(TLanes* pending, int blocks)
    {
        int level = int.TrailingZeroCount(blocks);
        TLanes fold = pending[level];
        for (level++; level <= Levels; level++)
        {
            if ((blocks & (1 << level)) != 0)
                fold = TFold.Combine(pending[level], fold);
        }

        return fold;
    }

    private static TLanes FoldBlock(T* vector, nint stride, int count, T* end, TLanes neutral, TLanes shift) =>
        vector + ((count - 1) * stride) + TLanes.Count <= end
            ? FoldBlock<Inside>(vector, stride, count, end, neutral, shift)
            : FoldBlock<AtEnd>(vector, stride, count, end, neutral, shift);

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static TLanes FoldBlock<TPlace>(T* vector, nint stride, int count, T* end, TLanes neutral, TLanes shift)
        where TPlace : struct, IPlace
    {
        TLanes fold0 = neutral, fold1 = neutral, fold2 = neutral, fold3 = neutral;
        for (; count >= 4; count -= 4)
        {
            fold0 = TFold.Combine(fold0, Load<TPlace>(vector, end, shift));
            fold1 = TFold.Combine(fold1, Load<TPlace>(vector + stride, end, shift));
            fold2 = TFold.Combine(fold2, Load<TPlace>(vector + (2 * stride), end, shift));
            fold3 = TFold.Combine(fold3, Load<TPlace>(vector + (3 * stride), end, shift));
            vector += 4 * stride;
        }

        if (count > 0)
            fold0 = TFold.Combine(fold0, Load<TPlace>(vector, end, shift));
        if (count > 1)
            fold1 = TFold.Combine(fold1, Load<TPlace>(vector + stride, end, shift));
        if (count > 2)
            fold2 = TFold.Combine(fold2, Load<TPlace>(vector + (2 * stride), end, shift));
        return TFold.Combine(TFold.Combine(fold0, fold1), TFold.Combine(fold2, fold3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Load<TPlace>(T* vector, T* end, TLanes shift)
        where TPlace : struct, IPlace =>
        TLift.Lift(TPlace.MayReachEnd ? PointerLanes<T, TLanes>.LoadUpTo(vector, end) : TLanes.Load(vector), shift);

    /// <summary>Where vectors lie: checks that they never need are left out.</summary>
    private interface IPlace
    {
        static abstract bool MayReachEnd { get; }
    }

    private readonly struct Inside : IPlace
    {
        public static bool MayReachEnd => false;
    }

    private readonly struct AtEnd : IPlace
    {
        public static bool MayReachEnd => true;
    }
}
