using System.Numerics;

namespace Denpa.Kernels;

/// <summary>A step with the place of its other operand among those of its chain.</summary>
/// <param name="Step">What is done to a tile.</param>
/// <param name="Other">Which of the chain's other operands it reads, or −1.</param>
/// <param name="IsRow">Whether that operand is one row for all rows of the matrix.</param>
internal readonly record struct FusedStep<T>(TileStep<T> Step, int Other, bool IsRow)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;

/// <summary>Steps that are applied to each finished tile of a matrix product, one after the other.</summary>
/// <param name="steps">The steps.</param>
/// <param name="columns">The columns of the product, and so of every other operand.</param>
/// <param name="other0">The first other operand, [rows, columns] or [columns]; null where there is none.</param>
/// <param name="other1">The second one.</param>
/// <param name="other2">The third one.</param>
internal readonly unsafe struct TileChain<T>(ValueList<FusedStep<T>> steps, int columns, T* other0, T* other1, T* other2) : ITileEpilogue<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The most operands that the steps may have besides the product.</summary>
    public const int MostOthers = 3;

    public void Apply(T* tile, nint stride, int firstRow, int rows, int firstColumn, int tileColumns)
    {
        foreach (ref readonly FusedStep<T> fused in steps.Items)
        {
            T* other = fused.Other switch { 0 => other0, 1 => other1, 2 => other2, _ => null };
            nint otherStride = fused.IsRow ? 0 : columns;
            if (other != null) other += (firstRow * otherStride) + firstColumn;
            fused.Step.Apply(tile, stride, rows, tileColumns, other, otherStride);
        }
    }
}
