namespace Denpa.Kernels;

/// <summary>
/// How two operands are walked when they broadcast to one shape: in runs along the last axes in which each operand either
/// advances element by element or stays. Neighbouring axes that behave alike are merged, so equal shapes are a single run.
/// </summary>
internal readonly struct BroadcastWalk
{
    private readonly int[] sizes;      // of the axes outside of a run, outermost first
    private readonly int[] stepsOfA;   // elements of a per step along each of them
    private readonly int[] stepsOfB;

    /// <summary>The walk over operands of sizes a and b that broadcast to a shape.</summary>
    public BroadcastWalk(ReadOnlySpan<int> a, ReadOnlySpan<int> b, ReadOnlySpan<int> shape)
    {
        List<Axis> merged = Merge(a, b, shape);
        Axis run = merged.Count > 0 ? merged[^1] : new Axis(1, 1, 1);
        RunLength = run.Size;
        ARepeats = run.StepOfA == 0;
        BRepeats = run.StepOfB == 0;
        int outer = Math.Max(0, merged.Count - 1);
        (sizes, stepsOfA, stepsOfB) = (new int[outer], new int[outer], new int[outer]);
        RunCount = shape.Contains(0) ? 0 : 1;
        for (int axis = 0; axis < outer; axis++)
        {
            (sizes[axis], stepsOfA[axis], stepsOfB[axis]) = merged[axis];
            RunCount *= sizes[axis];
        }
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
        for (int axis = sizes.Length - 1; axis >= 0; axis--)
        {
            (run, int index) = Math.DivRem(run, sizes[axis]);
            offsetOfA += index * stepsOfA[axis];
            offsetOfB += index * stepsOfB[axis];
        }
    }

    private static List<Axis> Merge(ReadOnlySpan<int> a, ReadOnlySpan<int> b, ReadOnlySpan<int> shape)
    {
        List<Axis> innermostFirst = [];
        (int lengthOfA, int lengthOfB) = (1, 1);
        for (int fromLast = 1; fromLast <= shape.Length; fromLast++)
        {
            int size = shape[^fromLast];
            int sizeOfA = fromLast <= a.Length ? a[^fromLast] : 1;
            int sizeOfB = fromLast <= b.Length ? b[^fromLast] : 1;
            if (size == 1) continue;
            Axis axis = new(size, sizeOfA == 1 ? 0 : lengthOfA, sizeOfB == 1 ? 0 : lengthOfB);
            (lengthOfA, lengthOfB) = (lengthOfA * sizeOfA, lengthOfB * sizeOfB);
            if (innermostFirst.Count > 0 && innermostFirst[^1].Continues(axis))
                innermostFirst[^1] = innermostFirst[^1] with { Size = innermostFirst[^1].Size * size };
            else
                innermostFirst.Add(axis);
        }

        innermostFirst.Reverse();
        return innermostFirst;
    }

    private readonly record struct Axis(int Size, int StepOfA, int StepOfB)
    {
        /// <summary>Whether a step along the outer axis is where this axis would have gone on to.</summary>
        public bool Continues(Axis outer) => outer.StepOfA == StepOfA * Size && outer.StepOfB == StepOfB * Size;
    }
}
