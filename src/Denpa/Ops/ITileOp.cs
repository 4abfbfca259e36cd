using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>An op that goes element by element, so that it can be done to the tiles of a matrix product while they are in cache.</summary>
internal interface ITileOp
{
    /// <summary>
    /// What the op does to an input, tile by tile and in place, when its other input, if any, has the output's shape or is one row of it;
    /// null where it cannot.
    /// </summary>
    /// <param name="input">The input that the output takes the place of.</param>
    TileStep<T>? AsTileStep<T>(int input)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
