using System.Globalization;
using System.Numerics;
using Parquet;
using Parquet.Schema;

namespace Denpa.Tables;

/// <summary>A column of a group of rows, whose values are told as a CSV file would have them.</summary>
internal abstract class ValueColumn(DataField field)
{
    /// <summary>How long a buffer must be for the text of any value that is none itself.</summary>
    public const int ScratchLength = 512;

    public string Name => Field.Name;

    /// <summary>Whether its values are numbers.</summary>
    public abstract bool IsNumber { get; }

    protected DataField Field { get; } = field;

    /// <summary>The column of a field; null where its values are no scalars.</summary>
    public static ValueColumn? Of(Field field) =>
        field is DataField { IsArray: false, MaxRepetitionLevel: 0 } data ? Create(data) : null;

    /// <summary>Reads the values of a group.</summary>
    public abstract ValueTask ReadAsync(ParquetRowGroupReader group, int rows);

    /// <summary>A value's text, empty where there is none; false where it is no text.</summary>
    public abstract bool TryWrite(int row, Span<byte> scratch, out ReadOnlySpan<byte> text);

    private static ValueColumn? Create(DataField field)
    {
        Type type = field.ClrType;
        return
            type == typeof(string) || type == typeof(ReadOnlyMemory<char>) ? new TextColumn(field)
            : type == typeof(byte[]) || type == typeof(ReadOnlyMemory<byte>) ? new BytesColumn(field)
            : type == typeof(bool) ? new ScalarColumn<bool>(field, false, WriteBoolean)
            : type == typeof(DateTime) ? new ScalarColumn<DateTime>(field, false, WriteTime)
            : type == typeof(DateOnly) ? new ScalarColumn<DateOnly>(field, false, (value, text) => Write(value, text, "yyyy-MM-dd"))
            : type == typeof(TimeOnly) ? new ScalarColumn<TimeOnly>(field, false, (value, text) => Write(value, text, "HH:mm:ss.FFFFFFF"))
            : type == typeof(TimeSpan) ? new ScalarColumn<TimeSpan>(field, false, (value, text) => Write(value, text, "c"))
            : type == typeof(Guid) ? new ScalarColumn<Guid>(field, false, (value, text) => Write(value, text, ""))
            : CreateNumber(field, type);
    }

    private static ValueColumn? CreateNumber(DataField field, Type type) =>
        type == typeof(double) ? Numbers<double>(field)
        : type == typeof(float) ? Numbers<float>(field)
        : type == typeof(int) ? Numbers<int>(field)
        : type == typeof(long) ? Numbers<long>(field)
        : type == typeof(short) ? Numbers<short>(field)
        : type == typeof(sbyte) ? Numbers<sbyte>(field)
        : type == typeof(byte) ? Numbers<byte>(field)
        : type == typeof(ushort) ? Numbers<ushort>(field)
        : type == typeof(uint) ? Numbers<uint>(field)
        : type == typeof(ulong) ? Numbers<ulong>(field)
        : type == typeof(decimal) ? Numbers<decimal>(field)
        : null;

    private static ScalarColumn<T> Numbers<T>(DataField field)
        where T : struct, INumber<T>, IUtf8SpanFormattable =>
        new(field, true, (value, text) => T.IsNaN(value) ? 0 : Write(value, text, ""));

    private static int Write<T>(T value, Span<byte> text, string format)
        where T : IUtf8SpanFormattable
    {
        if (!value.TryFormat(text, out int length, format, CultureInfo.InvariantCulture))
            throw new ArgumentException($"a {typeof(T).Name} takes more than {text.Length} bytes");
        return length;
    }

    private static int WriteBoolean(bool value, Span<byte> text)
    {
        ReadOnlySpan<byte> word = value ? "True"u8 : "False"u8;
        word.CopyTo(text);
        return word.Length;
    }

    /// <summary>A day alone where the clock says midnight, as other tables have it.</summary>
    private static int WriteTime(DateTime value, Span<byte> text) =>
        Write(value, text, value.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF");
}
