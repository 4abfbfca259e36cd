namespace Denpa.Kernels;

/// <summary>
/// A number as a type, so that <see cref="TileKernel{T, TLanes, TRows, TAcross, TEdge}"/> is compiled to straight code for each size.
/// </summary>
internal interface ICount
{
    static abstract int Value { get; }
}

internal readonly struct One : ICount
{
    public static int Value => 1;
}

internal readonly struct Two : ICount
{
    public static int Value => 2;
}

internal readonly struct Four : ICount
{
    public static int Value => 4;
}

internal readonly struct Six : ICount
{
    public static int Value => 6;
}

internal readonly struct Eight : ICount
{
    public static int Value => 8;
}

internal readonly struct Twelve : ICount
{
    public static int Value => 12;
}
