namespace Denpa;

/// <summary>
/// Where a dataset's samples come from: tensors in memory, or a file or a computation from which rows are fetched when they are needed.
/// </summary>
/// <remarks>Rows are asked for by one thread at a time, and are the same each time that they are asked for.</remarks>
public abstract class DataSource
{
    /// <summary>The number of samples.</summary>
    public abstract int Count { get; }

    /// <summary>For each tensor its element type and the shape of one sample, without the axis of the samples.</summary>
    public abstract IReadOnlyList<TensorSpec> Samples { get; }

    /// <summary>Writes these samples, in this order, over the elements of tensors that have as many rows.</summary>
    /// <param name="rows">Rows from 0 up to the count; one may come twice.</param>
    /// <param name="destinations">One for each tensor, [rows, …].</param>
    public abstract void Gather(ReadOnlySpan<int> rows, IReadOnlyList<RowDestination> destinations);
}

/// <summary>Where a source writes the rows of one tensor.</summary>
public readonly struct RowDestination
{
    private readonly Tensor tensor;

    internal RowDestination(Tensor tensor) => this.tensor = tensor;

    /// <summary>The element type and the shape, [rows, …].</summary>
    public TensorSpec Spec => tensor.Spec;

    /// <summary>The elements, row-major, to be filled.</summary>
    /// <typeparam name="T">Their C# type.</typeparam>
    /// <exception cref="DTypeException">It is another.</exception>
    public Span<T> Elements<T>()
        where T : unmanaged => tensor.Elements<T>();

    /// <summary>Copies a tensor's elements.</summary>
    /// <exception cref="ShapeException">It is of another shape or element type.</exception>
    public void Fill(Tensor rows) => rows.CopyTo(tensor);
}
