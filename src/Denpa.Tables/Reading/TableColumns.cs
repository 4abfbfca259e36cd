using System.Globalization;
using System.Text;

namespace Denpa.Tables;

/// <summary>
/// The columns of a table that is made of objects: for each its name and what it takes of an object, null where a value is
/// missing. A column is then understood by its values, as one of a file is: numbers can be a category, texts can be dates.
/// </summary>
/// <typeparam name="T">What a row is made of.</typeparam>
public sealed class TableColumns<T>
{
    private readonly List<string> names = [];
    private readonly List<Action<T, ColumnBuilder>> accessors = [];

    /// <summary>The columns' names, in order.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Adds a column of numbers.</summary>
    /// <exception cref="ArgumentException">There is a column of that name.</exception>
    public TableColumns<T> Number(string name, Func<T, double?> value) => Add(name, (row, column) =>
    {
        Span<byte> text = stackalloc byte[32];
        int length = 0;
        if (value(row) is { } number) number.TryFormat(text, out length, default, CultureInfo.InvariantCulture);
        column.Append(text[..length]);
    });

    /// <summary>Adds a column of true and false.</summary>
    /// <exception cref="ArgumentException">There is a column of that name.</exception>
    public TableColumns<T> YesNo(string name, Func<T, bool?> value) => Add(name, (row, column) =>
        column.Append(value(row) switch { true => "true"u8, false => "false"u8, null => [] }));

    /// <summary>Adds a column of points in time. The clock is taken as it stands, whatever its zone.</summary>
    /// <exception cref="ArgumentException">There is a column of that name.</exception>
    public TableColumns<T> Date(string name, Func<T, DateTime?> value) => Add(name, (row, column) =>
    {
        Span<byte> text = stackalloc byte[32];
        int length = 0;
        if (value(row) is { } date)
        {
            string format = date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";
            date.TryFormat(text, out length, format, CultureInfo.InvariantCulture);
        }

        column.Append(text[..length]);
    });

    /// <summary>Adds a column of days.</summary>
    /// <exception cref="ArgumentException">There is a column of that name.</exception>
    public TableColumns<T> Date(string name, Func<T, DateOnly?> value) =>
        Date(name, row => value(row)?.ToDateTime(TimeOnly.MinValue));

    /// <summary>Adds a column of texts. Those that stand for no value in a file do so here: an empty one, NA, N/A, null and ?.</summary>
    /// <exception cref="ArgumentException">There is a column of that name.</exception>
    public TableColumns<T> Text(string name, Func<T, string?> value) => Add(name, (row, column) =>
        column.Append(value(row) is { } text ? Encoding.UTF8.GetBytes(text) : []));

    /// <summary>Adds an object's fields to the columns.</summary>
    internal void Append(T row, ReadOnlySpan<ColumnBuilder> columns)
    {
        for (int i = 0; i < columns.Length; i++) accessors[i](row, columns[i]);
    }

    private TableColumns<T> Add(string name, Action<T, ColumnBuilder> accessor)
    {
        if (names.Contains(name))
            throw new ArgumentException($"two columns are named {Quoted.Text(name)} — give each a name of its own", nameof(name));
        names.Add(name);
        accessors.Add(accessor);
        return this;
    }
}
