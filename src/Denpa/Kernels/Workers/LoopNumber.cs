namespace Denpa.Kernels;

/// <summary>The number of a loop's opening: no two in a row are equal. Its lowest bit says whether workers stay awake after it.</summary>
internal readonly record struct LoopNumber(int Number)
{
    /// <summary>Whether the next loop is so near that workers had better watch for it than sleep.</summary>
    public bool KeepsWorkersAwake => (Number & 1) != 0;

    public LoopNumber Next(bool keepsWorkersAwake) => new(((Number | 1) + 1) | (keepsWorkersAwake ? 1 : 0));
}
