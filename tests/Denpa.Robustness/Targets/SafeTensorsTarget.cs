namespace Denpa.Robustness;

/// <summary>safetensors files of every element type are read; one that reads is written and read again.</summary>
internal sealed class SafeTensorsTarget : FuzzTarget
{
    public override string Name => "safetensors";

    internal override long AllocationBound(int length) => 100_000 + (200L * length);

    internal override bool Accepts(byte[] file)
    {
        try
        {
            SafeTensorsContent content = SafeTensors.Read(new MemoryStream(file), "file");
            byte[] again = Write(content.Tensors, content.Metadata);
            SafeTensors.Read(new MemoryStream(again), "the same content again");
            return true;
        }
        catch (InvalidFileException)
        {
            return false;
        }
    }

    private protected override byte[][] MakeOriginals()
    {
        Generator generator = new(2);
        Dictionary<string, Tensor> every = new()
        {
            ["weight"] = Tensor.Normal([3, 4], generator),
            ["bias"] = Tensor.Normal([4], generator, dtype: DType.Float64),
            ["steps"] = Tensor.From([1L, -2L, 3L]),
            ["mask"] = Tensor.From([true, false]),
            ["pixels"] = Tensor.Zeros([2, 3], DType.UInt8),
            ["scalar"] = Tensor.From(2.5f),
            ["empty"] = Tensor.Zeros([0, 7]),
        };
        Dictionary<string, Tensor> one = new() { ["x"] = Tensor.Zeros([1]) };
        return [Write(every, new Dictionary<string, string> { ["名前"] = "a \"quoted\" text\n" }), Write(one, []), Write([], [])];
    }

    private static byte[] Write(IEnumerable<KeyValuePair<string, Tensor>> tensors, IEnumerable<KeyValuePair<string, string>> texts)
    {
        using MemoryStream stream = new();
        SafeTensors.Write(stream, tensors, texts);
        return stream.ToArray();
    }
}
