using System.Runtime.InteropServices;

namespace Denpa.Tests.Formats;

/// <summary>Tensors of any element type, rank and bits: NaNs with payloads, infinities, −0, no elements at all.</summary>
internal static class RandomTensors
{
    public static Tensor Next(Generator generator)
    {
        int[] sizes = [.. Enumerable.Range(0, (int)generator.NextInteger(0, 4)).Select(_ => (int)generator.NextInteger(0, 5))];
        Tensor tensor = Tensor.Allocate(new TensorSpec((DType)generator.NextInteger(0, 5), sizes));
        Tensor bits = Tensor.RandomIntegers([tensor.Length], generator, long.MinValue, long.MaxValue);
        ReadOnlySpan<byte> source = MemoryMarshal.AsBytes(bits.AsSpan<long>());
        for (int i = 0; i < tensor.Length && tensor.DType == DType.Bool; i++) tensor.Elements<bool>()[i] = source[i] > 127;
        if (tensor.DType != DType.Bool) source[..Bytes(tensor).Length].CopyTo(Bytes(tensor));
        return tensor;
    }

    public static bool SameBits(Tensor left, Tensor right) => left.Spec == right.Spec && Bytes(left).SequenceEqual(Bytes(right));

    private static Span<byte> Bytes(Tensor tensor) => tensor.DType switch
    {
        DType.Float32 => MemoryMarshal.AsBytes(tensor.Elements<float>()),
        DType.Float64 => MemoryMarshal.AsBytes(tensor.Elements<double>()),
        DType.Int64 => MemoryMarshal.AsBytes(tensor.Elements<long>()),
        DType.Bool => MemoryMarshal.AsBytes(tensor.Elements<bool>()),
        _ => tensor.Elements<byte>(),
    };
}
