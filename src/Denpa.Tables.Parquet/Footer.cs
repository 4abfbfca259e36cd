using System.Buffers.Binary;

namespace Denpa.Tables;

/// <summary>
/// The description of a Parquet file at its end, walked through before it is believed: what says that it goes on behind its end would
/// keep a reader for ever, and lists that say they are longer than it could take all memory.
/// </summary>
internal ref struct Footer
{
    private const int TailLength = 8;
    private const int Deepest = 32;

    private readonly ReadOnlySpan<byte> bytes;
    private int position;

    private Footer(ReadOnlySpan<byte> bytes) => this.bytes = bytes;

    /// <param name="stream">The file; it is left where it was.</param>
    /// <exception cref="InvalidDataException">The description does not end where the file says.</exception>
    public static void Check(Stream stream)
    {
        long origin = stream.Position;
        byte[] tail = new byte[TailLength];
        if (stream.Length - origin < TailLength) throw Damaged();
        stream.Position = stream.Length - TailLength;
        stream.ReadExactly(tail);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(tail);
        if (!OtherFiles.IsParquet(tail.AsSpan(4)) || length > stream.Length - origin - TailLength) throw Damaged();
        byte[] description = new byte[length];
        stream.Position = stream.Length - TailLength - length;
        stream.ReadExactly(description);
        stream.Position = origin;
        new Footer(description).Struct(depth: 0);
    }

    private static InvalidDataException Damaged() => new("it does not end as one does");

    private void Struct(int depth)
    {
        if (depth > Deepest) throw Damaged();
        while (Byte() is not 0 and var header)
        {
            if (header >> 4 == 0) Varint();
            Value(header & 0xF, depth, isField: true);
        }
    }

    /// <summary>A value of the compact protocol of Thrift, by its type.</summary>
    private void Value(int type, int depth, bool isField)
    {
        switch (type)
        {
            case 1 or 2:
                Skip(isField ? 0UL : 1UL);
                break;
            case 3:
                Skip(1);
                break;
            case 4 or 5 or 6:
                Varint();
                break;
            case 7:
                Skip(8);
                break;
            case 8:
                Skip(Varint());
                break;
            case 9 or 10:
                List(depth);
                break;
            case 12:
                Struct(depth + 1);
                break;
            default:
                throw Damaged();
        }
    }

    private void List(int depth)
    {
        int header = Byte();
        ulong count = header >> 4 == 0xF ? Varint() : (ulong)(header >> 4);
        if (count > (ulong)(bytes.Length - position)) throw Damaged();
        for (; count > 0; count--) Value(header & 0xF, depth + 1, isField: false);
    }

    private int Byte() => position < bytes.Length ? bytes[position++] : throw Damaged();

    private void Skip(ulong count)
    {
        if (count > (ulong)(bytes.Length - position)) throw Damaged();
        position += (int)count;
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            int next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }

        throw Damaged();
    }
}
