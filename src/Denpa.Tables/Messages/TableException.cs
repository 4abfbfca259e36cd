namespace Denpa.Tables;

/// <summary>Says that a table cannot be used: which file, where in it, what is wrong and what to do, in one line.</summary>
public sealed class TableException : DenpaException
{
    /// <summary>Says what is wrong with a table.</summary>
    /// <param name="path">The file's path as it was given, or the display name of a stream.</param>
    /// <param name="row">The line of the file, counted from 1, on which the row starts; null where no row is to blame.</param>
    /// <param name="column">The field within the row, counted from 1; null where no field is to blame.</param>
    /// <param name="problem">What is wrong, a dash, and what to do.</param>
    /// <param name="cause">What told of it.</param>
    public TableException(string path, int? row, int? column, string problem, Exception? cause = null)
        : base(Place(path, row, column) + ": " + problem, cause)
    {
        Path = path;
        Row = row;
        Column = column;
    }

    /// <summary>The file's path as it was given, or the display name of a stream.</summary>
    public string Path { get; }

    /// <summary>The line of the file, counted from 1 with the header, on which the row starts; null where no row is to blame.</summary>
    public int? Row { get; }

    /// <summary>The field within the row, counted from 1; null where no field is to blame.</summary>
    public int? Column { get; }

    /// <summary>Whether the text has bytes that are not of the encoding it was taken for.</summary>
    internal bool IsUndecodable { get; init; }

    private static string Place(string path, int? row, int? column) => (row, column) switch
    {
        (null, _) => path,
        (_, null) => $"{path}:{row}",
        _ => $"{path}:{row}:{column}",
    };
}
