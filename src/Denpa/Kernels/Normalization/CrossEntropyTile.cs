using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>
/// A few rows of logits, laid out class by class in the thread's scratch memory, with the maximum and the sum of exponentials of each:
/// all classes at once, or of many a block at a time, which is laid out anew for each use.
/// </summary>
/// <remarks>A sum adds up each block's, so that 2²⁴ equal numbers of float32 are not the most that one can count.</remarks>
internal unsafe ref struct CrossEntropyTile<T, TLanes>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>The classes of a block, which is a mebibyte.</summary>
    public const int MostClasses = 1 << 14;

    private readonly T* logits;
    private readonly int rows;
    private readonly int classes;

    /// <summary>The first class of the block whose exponentials lie here, or none.</summary>
    private int exponentialsOf = -1;

    /// <param name="logits">Rows of logits, [rows, classes].</param>
    /// <param name="rows">Rows, at most a vector's lanes.</param>
    /// <param name="classes">Classes, at least one.</param>
    public CrossEntropyTile(T* logits, int rows, int classes)
    {
        this.logits = logits;
        this.rows = rows;
        this.classes = classes;
        int width = TLanes.Count;
        Elements = (T*)Scratch.Rows(width * Math.Min(classes, MostClasses) * sizeof(T));
        if (rows < width)
            new Span<T>(Elements, width * Math.Min(classes, MostClasses)).Clear();
        Maximum = MaximumOfAll();
        Sum = SumOfAll();
    }

    /// <summary>The block, [its classes, lanes]; lanes past the rows hold what may come.</summary>
    public T* Elements { get; }

    /// <summary>Each row's largest logit.</summary>
    public TLanes Maximum { get; }

    /// <summary>Σ e^(x − maximum of x's row) of each row.</summary>
    public TLanes Sum { get; }

    private readonly bool IsWhole => classes <= MostClasses;

    /// <summary>Fills the elements with e^(x − maximum of x's row) of the block that begins at a class; returns its classes.</summary>
    public int FillExponentials(int first)
    {
        if (exponentialsOf != first)
        {
            Fill(first);
            Exponentiate(first);
        }

        return CountOf(first);
    }

    private readonly int CountOf(int first) => Math.Min(MostClasses, classes - first);

    private readonly void Fill(int first) =>
        BlockTranspose<T, TLanes>.Copy(logits + first, classes, Elements, TLanes.Count, rows, CountOf(first));

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private readonly TLanes MaximumOfAll()
    {
        int width = TLanes.Count;
        TLanes maximum = TLanes.Fill(T.NegativeInfinity);
        for (int first = 0; first < classes; first += MostClasses)
        {
            Fill(first);
            T* end = Elements + (CountOf(first) * width);
            for (T* vector = Elements; vector < end; vector += width)
                maximum = TLanes.Max(maximum, TLanes.Load(vector));
        }

        return maximum;
    }

    private TLanes SumOfAll()
    {
        TLanes sum = TLanes.Zero;
        for (int first = 0; first < classes; first += MostClasses)
        {
            if (!IsWhole)
                Fill(first);
            sum += Exponentiate(first);
        }

        return sum;
    }

    /// <summary>Makes exponentials of the logits in place; returns their sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private TLanes Exponentiate(int first)
    {
        int width = TLanes.Count;
        T* start = Elements;
        T* end = start + (CountOf(first) * width);
        TLanes shift = Maximum;
        if (VectorMath<T, TLanes>.IsInfinityAny(shift))
        {
            for (T* vector = start; vector < end; vector += width)
                VectorMath<T, TLanes>.DistanceFrom(shift, TLanes.Load(vector)).Store(vector);
            shift = TLanes.Zero;
        }

        TLanes sum = TLanes.Zero;
        for (T* vector = start; vector < end; vector += width)
        {
            TLanes exponential = VectorMath<T, TLanes>.Exp(TLanes.Load(vector) - shift);
            exponential.Store(vector);
            sum += exponential;
        }

        exponentialsOf = first;
        return sum;
    }
}
