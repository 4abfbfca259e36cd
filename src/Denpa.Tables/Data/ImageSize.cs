namespace Denpa.Tables;

/// <summary>The size of images in pixels.</summary>
/// <param name="Height">The number of rows.</param>
/// <param name="Width">The number of columns.</param>
public readonly record struct ImageSize(int Height, int Width)
{
    /// <summary>The number of pixels of one image.</summary>
    public int Pixels => Height * Width;

    /// <summary>The size as people write it: 28×28.</summary>
    public override string ToString() => FormattableString.Invariant($"{Height}×{Width}");
}
