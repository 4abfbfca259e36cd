using System.Text.Json.Serialization;

namespace Denpa.Tables;

/// <summary>The column to predict, and how a network's outputs speak of it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ClassTarget), "classes")]
[JsonDerivedType(typeof(NumberTarget), "number")]
public abstract record TargetSchema
{
    private protected TargetSchema()
    {
    }

    /// <summary>The column's name, by which it is found in any table.</summary>
    public required string Name { get; init; }

    /// <summary>Classification or regression.</summary>
    [JsonIgnore]
    public abstract TableTask Task { get; }

    /// <summary>A network's outputs: one for a number, one for two classes (the second's logit), else one per class.</summary>
    [JsonIgnore]
    public abstract int OutputCount { get; }

    /// <summary>Whether the column is one of numbers.</summary>
    internal abstract bool AreNumbers { get; }

    /// <summary>What makes a stored schema unusable, or null.</summary>
    internal abstract string? Flaw { get; }
}
