using System.Globalization;
using System.Numerics;
using Microsoft.Data.Analysis;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Denpa.Tables;

/// <summary>What the values of a view's types are to a table.</summary>
internal static class ViewValues
{
    /// <summary>What columns may hold.</summary>
    public const string Cure = "give numbers, texts, truths, dates, or vectors of one length";

    /// <summary>From here on not every whole number is one of double precision.</summary>
    private const long MostExact = 1L << 53;

    /// <summary>The column as fields; null where its values are none of a table.</summary>
    public static ViewColumn? ColumnOf(DataViewSchema.Column source, DataFrame? frame = null)
    {
        if (frame is not null && source.Type is not VectorDataViewType) return new FrameColumn(source, frame.Columns[source.Name]);
        return ItemOf(source.Type) switch
        {
            TextDataViewType => Create<ReadOnlyMemory<char>>(source, text => FieldValue.OfText(text.ToString())),
            BooleanDataViewType => Create<bool>(source, FieldValue.OfTruth),
            DateTimeDataViewType => Create<DateTime>(source, FieldValue.OfDate),
            DateTimeOffsetDataViewType => Create<DateTimeOffset>(source, FieldValue.OfMoment),
            TimeSpanDataViewType => Create<TimeSpan>(source, OfDuration),
            KeyDataViewType key => KeysOf(source, key),
            NumberDataViewType number => NumbersOf(source, number.RawType),
            _ => null,
        };
    }

    /// <summary>A value that a data frame holds.</summary>
    public static FieldValue Of(object? value) => value switch
    {
        long number => OfWhole(number),
        ulong number => OfWhole(number),
        TimeSpan duration => OfDuration(duration),
        _ => FieldValue.Of(value) ?? FieldValue.OfText(Convert.ToString(value, CultureInfo.InvariantCulture)),
    };

    /// <summary>The texts of an annotation that has one for each slot or key; null where there is none.</summary>
    public static FieldValue[]? AnnotationOf(DataViewSchema.Column source, string name)
    {
        DataViewSchema.Annotations annotations = source.Annotations;
        if (annotations.Schema.GetColumnOrNull(name) is not { Type: VectorDataViewType } annotation) return null;
        if (ColumnOf(annotation) is not { } values) return null;
        values.Open(ValueSource.Of(annotations));
        values.Read();
        return values.Values;
    }

    private static DataViewType ItemOf(DataViewType type) => type is VectorDataViewType vector ? vector.ItemType : type;

    private static ViewColumn? Create<T>(DataViewSchema.Column source, Func<T, FieldValue> convert) => source.Type switch
    {
        VectorDataViewType { IsKnownSize: true } vector => new VectorColumn<T>(source, vector.Size, convert),
        VectorDataViewType => null,
        _ => new ScalarColumn<T>(source, convert),
    };

    private static ViewColumn? NumbersOf(DataViewSchema.Column source, Type type) =>
        type == typeof(float) ? Create<float>(source, FieldValue.OfSingle)
        : type == typeof(double) ? Create<double>(source, FieldValue.OfNumber)
        : type == typeof(sbyte) ? Create<sbyte>(source, number => FieldValue.OfNumber(number))
        : type == typeof(byte) ? Create<byte>(source, number => FieldValue.OfNumber(number))
        : type == typeof(short) ? Create<short>(source, number => FieldValue.OfNumber(number))
        : type == typeof(ushort) ? Create<ushort>(source, number => FieldValue.OfNumber(number))
        : type == typeof(int) ? Create<int>(source, number => FieldValue.OfNumber(number))
        : type == typeof(uint) ? Create<uint>(source, number => FieldValue.OfNumber(number))
        : type == typeof(long) ? Create<long>(source, OfWhole)
        : type == typeof(ulong) ? Create<ulong>(source, OfWhole)
        : null;

    /// <summary>Keys count from 1, and 0 is a missing one. What each stands for, an annotation says; else they are numbers.</summary>
    private static ViewColumn? KeysOf(DataViewSchema.Column source, KeyDataViewType key)
    {
        FieldValue[]? meanings = AnnotationOf(source, "KeyValues");
        return
            key.RawType == typeof(byte) ? Create<byte>(source, value => Meant(value))
            : key.RawType == typeof(ushort) ? Create<ushort>(source, value => Meant(value))
            : key.RawType == typeof(uint) ? Create<uint>(source, value => Meant(value))
            : key.RawType == typeof(ulong) ? Create<ulong>(source, Meant)
            : null;

        FieldValue Meant(ulong value) =>
            value == 0 ? FieldValue.Missing
            : meanings is null ? OfWhole(value)
            : value <= (ulong)meanings.Length ? meanings[value - 1]
            : FieldValue.Missing;
    }

    private static FieldValue OfDuration(TimeSpan duration) => FieldValue.OfNumber(duration.TotalSeconds);

    /// <summary>A whole number, by its digits where a number of double precision would be another: it may be a code.</summary>
    private static FieldValue OfWhole<T>(T number)
        where T : IBinaryInteger<T> => number <= T.CreateSaturating(MostExact) && number >= T.CreateSaturating(-MostExact)
            ? FieldValue.OfNumber(double.CreateChecked(number))
            : FieldValue.OfText(number.ToString(null, CultureInfo.InvariantCulture));
}
