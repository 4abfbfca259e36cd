using System.Runtime.InteropServices;

namespace Denpa;

/// <summary>
/// A tensor's elements as bytes of a file, row-major, little-endian: the byte order of both formats here and of every
/// processor that Denpa runs on.
/// </summary>
internal static class TensorBytes
{
    /// <summary>Elements copied at a time, because a span of more than 2³¹−1 bytes does not exist.</summary>
    private const int ElementsAtOnce = 1 << 20;

    public static long Count(TensorSpec spec) => (long)spec.Shape.ElementCount * spec.DType.SizeInBytes;

    public static void Write(Stream stream, Tensor tensor)
    {
        switch (tensor.DType)
        {
            case DType.Float32: Write<float>(stream, tensor); break;
            case DType.Float64: Write<double>(stream, tensor); break;
            case DType.Int64: Write<long>(stream, tensor); break;
            case DType.Bool: Write<bool>(stream, tensor); break;
            default: Write<byte>(stream, tensor); break;
        }
    }

    /// <summary>Reads a tensor whose bytes are known to be there.</summary>
    /// <exception cref="InvalidFileException">The file ends all the same, or a bool is neither 0 nor 1.</exception>
    public static Tensor Read(Stream stream, TensorSpec spec, string file, string place)
    {
        Tensor tensor = Tensor.Allocate(spec);
        try
        {
            switch (spec.DType)
            {
                case DType.Float32: Read<float>(stream, tensor); break;
                case DType.Float64: Read<double>(stream, tensor); break;
                case DType.Int64: Read<long>(stream, tensor); break;
                case DType.Bool: Read<bool>(stream, tensor); break;
                default: Read<byte>(stream, tensor); break;
            }
        }
        catch (EndOfStreamException error)
        {
            throw new InvalidFileException(file, place, "the file ended while its elements were read", error);
        }

        if (spec.DType == DType.Bool) RequireBools(tensor, file, place);
        return tensor;
    }

    private static void Write<T>(Stream stream, Tensor tensor)
        where T : unmanaged
    {
        for (ReadOnlySpan<T> left = tensor.AsSpan<T>(); !left.IsEmpty; left = left[Math.Min(left.Length, ElementsAtOnce)..])
        {
            stream.Write(MemoryMarshal.AsBytes(left[..Math.Min(left.Length, ElementsAtOnce)]));
        }
    }

    private static void Read<T>(Stream stream, Tensor tensor)
        where T : unmanaged
    {
        for (Span<T> left = tensor.Elements<T>(); !left.IsEmpty; left = left[Math.Min(left.Length, ElementsAtOnce)..])
        {
            stream.ReadExactly(MemoryMarshal.AsBytes(left[..Math.Min(left.Length, ElementsAtOnce)]));
        }
    }

    private static void RequireBools(Tensor tensor, string file, string place)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(tensor.AsSpan<bool>());
        int stray = bytes.IndexOfAnyExceptInRange((byte)0, (byte)1);
        if (stray >= 0) throw new InvalidFileException(file, place, $"element {stray} is the byte {bytes[stray]}, but a bool is 0 or 1");
    }
}
