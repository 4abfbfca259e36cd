using System.Numerics;
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
        HostReads.Require();
        WriteCase write = new(stream, tensor);
        ElementTypes.OfSize(tensor.DType, ref write);
    }

    /// <summary>Reads a tensor whose bytes are known to be there.</summary>
    /// <exception cref="InvalidFileException">The file ends all the same, or a bool is neither 0 nor 1.</exception>
    public static Tensor Read(Stream stream, TensorSpec spec, string file, string place)
    {
        Tensor tensor = Tensor.Allocate(spec);
        try
        {
            ReadCase read = new(stream, tensor);
            ElementTypes.OfSize(spec.DType, ref read);
        }
        catch (EndOfStreamException error)
        {
            throw new InvalidFileException(file, place, "the file ended while its elements were read", error);
        }

        if (spec.DType == DType.Bool) RequireBools(tensor, file, place);
        return tensor;
    }

    private static void RequireBools(Tensor tensor, string file, string place)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(tensor.AsSpan<bool>());
        int stray = bytes.IndexOfAnyExceptInRange((byte)0, (byte)1);
        if (stray >= 0) throw new InvalidFileException(file, place, $"element {stray} is the byte {bytes[stray]}, but a bool is 0 or 1");
    }

    private readonly struct WriteCase(Stream stream, Tensor tensor) : IBitsCase
    {
        public void Run<T>()
            where T : unmanaged, IBinaryInteger<T>
        {
            for (ReadOnlySpan<T> left = tensor.ElementsAs<T>(); !left.IsEmpty; left = left[Math.Min(left.Length, ElementsAtOnce)..])
            {
                stream.Write(MemoryMarshal.AsBytes(left[..Math.Min(left.Length, ElementsAtOnce)]));
            }
        }
    }

    private readonly struct ReadCase(Stream stream, Tensor tensor) : IBitsCase
    {
        public void Run<T>()
            where T : unmanaged, IBinaryInteger<T>
        {
            for (Span<T> left = tensor.ElementsAs<T>(); !left.IsEmpty; left = left[Math.Min(left.Length, ElementsAtOnce)..])
            {
                stream.ReadExactly(MemoryMarshal.AsBytes(left[..Math.Min(left.Length, ElementsAtOnce)]));
            }
        }
    }
}
