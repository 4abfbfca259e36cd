using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>
/// A few rows of logits, laid out class by class in the thread's scratch memory, with the maximum and the sum of exponentials of each:
/// all classes at once, or of many a block at a time, which is laid out anew for each use.
/// </summary>
/// <remarks>A sum adds up each block's, so that 2²⁴ equal numbers of float32 are not the most that one can count.</remarks>
internal unsafe ref struct CrossEntropyTile<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
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
        var width = Vector512<T>.Count;
        Elements = (T*)Scratch.Rows(width * Math.Min(classes, MostClasses) * sizeof(T));
        if (rows < width)
            new Span<T>(Elements, width * Math.Min(classes, MostClasses)).Clear();
        Maximum = MaximumOfAll();
        Sum = SumOfAll();
    }

    /// <summary>The block, [its classes, lanes]; lanes past the rows hold what may come.</summary>
    public T* Elements { get; }

    /// <summary>Each row's largest logit.</summary>
    public Vector512<T> Maximum { get; }

    /// <summary>Σ e^(x − maximum of x's row) of each row.</summary>
    public Vector512<T> Sum { get; }

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
        BlockTranspose.Copy(logits + first, classes, Elements, Vector512<T>.Count, rows, CountOf(first));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly Vector512<T> MaximumOfAll()
    {
        var width = Vector512<T>.Count;
        var maximum = Vector512.Create(T.NegativeInfinity);
        for (var first = 0; first < classes; first += MostClasses)
        {
            Fill(first);
            var end = Elements + (CountOf(first) * width);
            for (var vector = Elements; vector < end; vector += width)
                maximum = Vector512.Max(maximum, Vector512.Load(vector));
        }
        return maximum;
    }

    private Vector512<T> SumOfAll()
    {
        var sum = Vector512<T>.Zero;
        for (var first = 0; first < classes; first += MostClasses)
        {
            if (!IsWhole)
                Fill(first);
            sum += Exponentiate(first);
        }
        return sum;
    }

    /// <summary>Makes exponentials of the logits in place; returns their sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector512<T> Exponentiate(int first)
    {
        var width = Vector512<T>.Count;
        var start = Elements;
        var end = start + (CountOf(first) * width);
        var shift = Maximum;
        if (VectorMath.IsInfinityAny(shift))
        {
            for (var vector = start; vector < end; vector += width)
                VectorMath.DistanceFrom(shift, Vector512.Load(vector)).Store(vector);
            shift = Vector512<T>.Zero;
        }
        var sum = Vector512<T>.Zero;
        for (var vector = start; vector < end; vector += width)
        {
            var exponential = VectorMath.Exp(Vector512.Load(vector) - shift);
            exponential.Store(vector);
            sum += exponential;
        }
        exponentialsOf = first;
        return sum;
    }
}
