using System.Numerics;
using System.Text.Json.Serialization;

namespace Denpa.Tables;

/// <summary>How one column becomes inputs of a network, with what the training rows taught about it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(NumberFeature), "number")]
[JsonDerivedType(typeof(YesNoFeature), "yesNo")]
[JsonDerivedType(typeof(CategoryFeature), "category")]
[JsonDerivedType(typeof(DateFeature), "date")]
[JsonDerivedType(typeof(CalendarFeature), "calendar")]
[JsonDerivedType(typeof(TextFeature), "text")]
[JsonDerivedType(typeof(ImageFeature), "image")]
public abstract record FeatureSchema
{
    private protected FeatureSchema()
    {
    }

    /// <summary>The column's name, by which it is found in any table.</summary>
    public required string Name { get; init; }

    /// <summary>What the column's values are.</summary>
    [JsonIgnore]
    public abstract ColumnKind Kind { get; }

    /// <summary>The number of inputs that the column becomes; at least one.</summary>
    [JsonIgnore]
    public abstract int InputCount { get; }

    /// <summary>A name for each input, such as <c>island=Biscoe</c>.</summary>
    [JsonIgnore]
    public abstract IReadOnlyList<string> InputNames { get; }

    /// <summary>How many of the inputs, the first ones, are numbers of any size, which an embedding suits.</summary>
    internal virtual int NumberInputs => 0;

    /// <summary>What makes a stored schema unusable, or null.</summary>
    internal abstract string? Flaw { get; }

    internal abstract void Encode<T>(Table table, Column column, ReadOnlySpan<int> rows, InputBlock<T> inputs, EncodingReport report)
        where T : IFloatingPoint<T>;

    /// <summary>Whether the training rows had missing values, so that a row may leave the column out.</summary>
    internal virtual bool HadMissing => false;

    /// <summary>What encodes the column's value of one row after another.</summary>
    internal abstract FieldEncoding FieldEncoding(MissingValues missing);

    private protected static bool AnyMissing(Column column, ReadOnlySpan<int> rows, bool amongNumbers = false)
    {
        foreach (int row in rows)
            if (column.IsMissing(row, amongNumbers)) return true;
        return false;
    }
}
