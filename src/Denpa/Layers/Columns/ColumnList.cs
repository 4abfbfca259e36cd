using System.Globalization;

namespace Denpa;

/// <summary>Some of the features of a layer's input, which its attributes number one by one.</summary>
internal static class ColumnList
{
    private const string Prefix = "column";

    /// <summary>A tensor of the columns, int64 [columns].</summary>
    public static Tensor Indices(IReadOnlyList<int> columns) =>
        Tensor.From(Array.ConvertAll<int, long>([.. columns], column => column), [columns.Count]);

    /// <summary>Attributes of a layer with these columns, besides its own.</summary>
    public static IReadOnlyDictionary<string, double> Attributes(
        IReadOnlyList<int> columns, params IEnumerable<KeyValuePair<string, double>> own)
    {
        Dictionary<string, double> attributes = new(own);
        for (int i = 0; i < columns.Count; i++) attributes[NameOf(i)] = columns[i];
        return attributes;
    }

    /// <exception cref="ArgumentException">There is none, one is named twice, or not among the features.</exception>
    public static void Require(IReadOnlyList<int> columns, int features, string parameterName)
    {
        if (columns.Count == 0) throw new ArgumentException("there are no columns to embed: give one or more", parameterName);
        HashSet<int> seen = [];
        foreach (int column in columns)
        {
            if (column < 0 || column >= features)
                throw new ArgumentException($"column {column} is none of the {features} features, 0 to {features - 1}", parameterName);
            if (!seen.Add(column)) throw new ArgumentException($"column {column} is named twice", parameterName);
        }
    }

    /// <summary>The name of the attribute of a column.</summary>
    public static string NameOf(int i) => Prefix + i.ToString(CultureInfo.InvariantCulture);
}
