using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Denpa.Tables;

/// <summary>
/// SHA-256 over columns in the order given: for each its name, its number of rows and its fields as text, every text as UTF-8
/// after its length in four little-endian bytes, so that no two tables run together.
/// </summary>
internal static class TableFingerprint
{
    private const int BufferSize = 1 << 16;

    public static string Of(IEnumerable<Column> columns)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[BufferSize];
        int used = 0;
        Span<byte> scratch = stackalloc byte[Segment.ScratchLength];
        foreach (Column column in columns)
        {
            Add(Encoding.UTF8.GetBytes(column.Name));
            AddInteger(column.Count);
            foreach (Segment segment in column.Segments)
                for (int row = 0; row < segment.Count; row++) Add(segment.Utf8(row, scratch));
        }

        hash.AppendData(buffer, 0, used);
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(ReadOnlySpan<byte> text)
        {
            AddInteger(text.Length);
            if (text.Length > buffer.Length - used) Flush();
            if (text.Length > buffer.Length)
            {
                hash.AppendData(text);
                return;
            }

            text.CopyTo(buffer.AsSpan(used));
            used += text.Length;
        }

        void AddInteger(int value)
        {
            if (sizeof(int) > buffer.Length - used) Flush();
            BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan(used), value);
            used += sizeof(int);
        }

        void Flush()
        {
            hash.AppendData(buffer, 0, used);
            used = 0;
        }
    }
}
