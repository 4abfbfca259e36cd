namespace Denpa.Kernels;

/// <summary>
/// Whether a tile's last vector lies partly beyond the tile's edge (the tile remainder), as a type: a load through a mask takes a turn
/// of the multipliers,
/// which whole tiles need not give.
/// </summary>
internal interface IEdge
{
    static abstract bool IsRagged { get; }
}

internal readonly struct WholeEdge : IEdge
{
    public static bool IsRagged => false;
}

internal readonly struct RaggedEdge : IEdge
{
    public static bool IsRagged => true;
}
