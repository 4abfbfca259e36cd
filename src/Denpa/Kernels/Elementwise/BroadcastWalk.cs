using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>
/// How two operands are walked when they broadcast to one shape: in runs along the last axes in which each operand either
/// advances element by element or stays. Neighbouring axes that behave alike are merged, so equal shapes are a single run.
/// </summary>
internal readonly struct BroadcastWalk
{
    // Innermost first; the first is the run. Beyond what fits inline, which takes operands of rank 8 and more, they are an array.
    private readonly InlineAxes inline;
    private readonly Axis[]? array;
    private readonly int count;

    /// <summary>The walk over operands of sizes a and b that broadcast to a shape.</summary>
    public BroadcastWalk(ReadOnlySpan<int> a, ReadOnlySpan<int> b, ReadOnlySpan<int> shape)
    {
        if (shape.Length > InlineAxes.Count) array = new Axis[shape.Length];
        Span<Axis> axes = array is null ? inline : array;
        count = Merge(a, b, shape, axes);
        Axis run = count > 0 ? axes[0] : new Axis(1, 1, 1);
        RunLength = run.Size;
        ARepeats = run.StepOfA == 0;
        BRepeats = run.StepOfB == 0;
        RunCount = shape.Contains(0) ? 0 : 1;
        for (int axis = 1; axis < count; axis++) RunCount *= axes[axis].Size;
    }

    public int RunCount { get; }

    public int RunLength { get; }

    /// <summary>Whether a's one element serves a whole run.</summary>
    public bool ARepeats { get; }

    /// <summary>Whether b's one element serves a whole run.</summary>
    public bool BRepeats { get; }

    /// <summary>Where a run begins in each operand.</summary>
    public void Offsets(int run, out int offsetOfA, out int offsetOfB)
    {
        (offsetOfA, offsetOfB) = (0, 0);
        ReadOnlySpan<Axis> axes = array is null ? inline : array;
        for (int axis = 1; axis < count; axis++)
        {
            (run, int index) = Math.DivRem(run, axes[axis].Size);
            offsetOfA += index * axes[axis].StepOfA;
            offsetOfB += index * axes[axis].StepOfB;
        }
    }

    /// <summary>Fills in the axes that are left when those of size 1 are dropped and neighbours are merged; returns their number.</summary>
    private static int Merge(ReadOnlySpan<int> a, ReadOnlySpan<int> b, ReadOnlySpan<int> shape, Span<Axis> merged)
    {
        int count = 0;
        (int lengthOfA, int lengthOfB) = (1, 1);
        for (int fromLast = 1; fromLast <= shape.Length; fromLast++)
        {
            int size = shape[^fromLast];
            int sizeOfA = fromLast <= a.Length ? a[^fromLast] : 1;
            int sizeOfB = fromLast <= b.Length ? b[^fromLast] : 1;
            if (size == 1) continue;
            Axis axis = new(size, sizeOfA == 1 ? 0 : lengthOfA, sizeOfB == 1 ? 0 : lengthOfB);
            (lengthOfA, lengthOfB) = (lengthOfA * sizeOfA, lengthOfB * sizeOfB);
            if (count > 0 && merged[count - 1].Continues(axis))
                merged[count - 1] = merged[count - 1] with { Size = merged[count - 1].Size * size };
            else
                merged[count++] = axis;
        }

        return count;
    }

    private readonly record struct Axis(int Size, int StepOfA, int StepOfB)
    {
        /// <summary>Whether a step along the outer axis is where this axis would have gone on to.</summary>
        public bool Continues(Axis outer) => outer.StepOfA == StepOfA * Size && outer.StepOfB == StepOfB * Size;
    }

    [InlineArray(Count)]
    private struct InlineAxes
    {
        public const int Count = 7;

        private Axis first;
    }
}
