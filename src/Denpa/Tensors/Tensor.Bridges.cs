using System.Diagnostics.CodeAnalysis;
using System.Numerics.Tensors;

namespace Denpa;

public sealed partial class Tensor
{
    /// <summary>The elements in row-major order, without a copy.</summary>
    /// <typeparam name="T">The C# type of the elements: float, double, long, bool or byte, as <see cref="DType"/> says.</typeparam>
    /// <exception cref="DTypeException"><typeparamref name="T"/> is not the element type.</exception>
    /// <exception cref="HostReadException">A plan is being recorded.</exception>
    public ReadOnlySpan<T> AsSpan<T>()
        where T : unmanaged
    {
        HostReads.Require();
        return Elements<T>();
    }

    /// <summary>The elements as a memory in row-major order, without a copy.</summary>
    /// <exception cref="DTypeException"><typeparamref name="T"/> is not the element type.</exception>
    /// <exception cref="HostReadException">A plan is being recorded.</exception>
    public ReadOnlyMemory<T> AsMemory<T>()
        where T : unmanaged
    {
        HostReads.Require();
        return StorageOf<T>().Memory.Slice(Offset, Length);
    }

    /// <summary>The elements and the shape as a tensor span of System.Numerics.Tensors, without a copy.</summary>
    /// <exception cref="DTypeException"><typeparamref name="T"/> is not the element type.</exception>
    public ReadOnlyTensorSpan<T> AsTensorSpan<T>()
        where T : unmanaged
    {
        Span<nint> lengths = stackalloc nint[Rank];
        for (int axis = 0; axis < Rank; axis++) lengths[axis] = Shape[axis];
        return new ReadOnlyTensorSpan<T>(AsSpan<T>(), lengths);
    }

    /// <summary>A copy of the elements in row-major order.</summary>
    /// <exception cref="DTypeException"><typeparamref name="T"/> is not the element type.</exception>
    public T[] ToArray<T>()
        where T : unmanaged => AsSpan<T>().ToArray();

    /// <summary>A copy of a matrix's elements as rows and columns.</summary>
    /// <exception cref="ShapeException">The tensor does not have two axes.</exception>
    /// <exception cref="DTypeException"><typeparamref name="T"/> is not the element type.</exception>
    public T[,] ToMatrix<T>()
        where T : unmanaged
    {
        if (Rank != 2) ThrowNoMatrix();
        T[,] matrix = new T[Shape[0], Shape[1]];
        ReadOnlySpan<T> elements = AsSpan<T>();
        for (int i = 0; i < elements.Length; i++) matrix[i / Shape[1], i % Shape[1]] = elements[i];
        return matrix;
    }

    [DoesNotReturn]
    private void ThrowNoMatrix() =>
        throw new ShapeException($"to matrix: {Shape} has {Rank} axes, not two; use .Reshape(rows, columns) first");
}
