using System.Numerics;
using System.Numerics.Tensors;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The guard of a gradient that a matrix product computes, tile by tile.</summary>
internal sealed unsafe class FiniteStep<T> : TileStep<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Threads only ever set it, and the loop that they share orders that before Finish.
    private bool isRunaway;

    public override void Apply(T* tile, nint stride, int rows, int columns, T* other, nint otherStride)
    {
        for (int row = 0; row < rows; row++)
        {
            if (!TensorPrimitives.IsFiniteAll(new ReadOnlySpan<T>(tile + (row * stride), columns))) isRunaway = true;
        }
    }

    /// <exception cref="RunawayException">A gradient is not finite.</exception>
    public override void Finish()
    {
        if (!isRunaway) return;
        isRunaway = false;
        throw new RunawayException(exploded: false);
    }
}
