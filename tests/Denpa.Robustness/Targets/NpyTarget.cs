namespace Denpa.Robustness;

/// <summary>Arrays in NumPy's format are read.</summary>
internal sealed class NpyTarget : FuzzTarget
{
    public override string Name => "npy";

    internal override long AllocationBound(int length) => 100_000 + (100L * length);

    internal override bool Accepts(byte[] file)
    {
        try
        {
            Npy.Read(new MemoryStream(file), "file");
            return true;
        }
        catch (InvalidFileException)
        {
            return false;
        }
    }

    private protected override byte[][] MakeOriginals() =>
    [
        Write(Tensor.Zeros([3, 4])),
        Write(Tensor.Zeros([2, 1, 2], DType.Float64)),
        Write(Tensor.From([1L, -2L, 3L])),
        Write(Tensor.From([true, false])),
        Write(Tensor.Zeros([5], DType.UInt8)),
    ];

    private static byte[] Write(Tensor tensor)
    {
        using MemoryStream stream = new();
        Npy.Write(stream, tensor);
        return stream.ToArray();
    }
}
