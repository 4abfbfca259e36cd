namespace Denpa.Tables;

/// <content>Where tables come from.</content>
public sealed partial class Table
{
    /// <summary>Reads a file of CSV or JSON. Fields are trimmed of spaces outside quotes and blank lines are skipped.</summary>
    /// <exception cref="TableException">The file cannot be read or is no table; the message names the place and the cure.</exception>
    public static Table Read(string path, TableOptions? options = null)
    {
        using FileStream stream = TableFile.Open(path);
        return Read(stream, path, options);
    }

    /// <summary>Reads CSV or JSON from a stream, which stays open; <paramref name="name"/> stands for the path in messages.</summary>
    /// <exception cref="TableException">The stream cannot be read or holds no table; the message names the place and the cure.</exception>
    public static Table Read(Stream stream, string name, TableOptions? options = null) =>
        new TableLoader(name, options ?? TableOptions.Default, Helpers.Allowed).Read(stream);

    /// <summary>Reads CSV or JSON from text, which stays open; <paramref name="name"/> stands for the path in messages.</summary>
    /// <exception cref="TableException">The text holds no table; the message names the place and the cure.</exception>
    public static Table Read(TextReader text, string name, TableOptions? options = null)
    {
        options = (options ?? TableOptions.Default) with { Encoding = System.Text.Encoding.UTF8 };
        using Utf8TextStream stream = new(text);
        return Read(stream, name, options);
    }

    /// <summary>Makes a table of objects, which is understood and encoded as one of a file that holds the same.</summary>
    /// <param name="rows">The objects, one for each row.</param>
    /// <param name="columns">The columns, and what each takes of an object.</param>
    /// <param name="name">What stands for the path in messages.</param>
    /// <exception cref="TableException">There are no rows.</exception>
    /// <exception cref="ArgumentException">There are no columns.</exception>
    public static Table From<T>(IEnumerable<T> rows, TableColumns<T> columns, string name = "rows") =>
        TableAssembly.Assemble(rows, columns, name);
}
