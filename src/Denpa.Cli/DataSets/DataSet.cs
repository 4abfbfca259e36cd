namespace Denpa.Cli.DataSets;

/// <summary>How a dataset comes to be at hand.</summary>
internal enum Availability
{
    /// <summary>Part of the program.</summary>
    BuiltIn,

    /// <summary>Drawn at random by <c>data make</c>.</summary>
    Made,

    /// <summary>Downloaded by <c>data fetch</c>.</summary>
    Fetched,
}

/// <summary>What people should know of a dataset before they use it.</summary>
internal abstract record DataSet(string Name, string Summary)
{
    public abstract Availability Availability { get; }

    /// <summary>How it comes to be at hand, in words.</summary>
    public string Origin => Availability switch
    {
        Availability.BuiltIn => "built in",
        Availability.Made => "made by denpa data make",
        _ => "fetched by denpa data fetch",
    };

    /// <summary>The number of rows; for a made set the number when none is asked for.</summary>
    public required int Rows { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The column to predict, and what its values are.</summary>
    public required string Target { get; init; }

    /// <summary>The name of that column.</summary>
    public string TargetColumn => Target.Split(':')[0];

    public required string Source { get; init; }

    public required string Licence { get; init; }

    /// <summary>The bytes on disk, or null where that depends.</summary>
    public long? Bytes { get; init; }

    /// <summary>The command that uses it.</summary>
    public required string Command { get; init; }
}
