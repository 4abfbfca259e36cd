using System.Globalization;
using System.Text;

namespace Denpa;

/// <summary>A network as a table to print: a line for each layer, and how many numbers there are to learn.</summary>
internal static class LayerTable
{
    public static string Of(Sequential network)
    {
        List<Row> rows = [new Row("layer", "kind", "output", "parameters", "")];
        Add(network, input: null, rows);
        (int path, int kind) = (rows.Max(row => row.Path.Length), rows.Max(row => row.Kind.Length));
        (int output, int count) = (rows.Max(row => row.Output.Length), rows.Max(row => row.Count.Length));
        StringBuilder table = new();
        foreach (Row row in rows)
        {
            string cells = $"{row.Path.PadRight(path)}  {row.Kind.PadRight(kind)}  {row.Output.PadRight(output)}  ";
            cells += row.Count.PadLeft(count);
            table.Append($"{cells}  {row.Note}".TrimEnd()).Append('\n');
        }

        return table.Append(Total(network)).ToString();
    }

    private static Shape? Add(Sequential network, Shape? input, List<Row> rows)
    {
        foreach (Layer layer in network.Layers)
        {
            if (layer is Sequential inner)
            {
                input = Add(inner, input, rows);
                continue;
            }

            input = layer.OutputShape(input);
            bool isFrozen = layer.Parameters.Any() && layer.Parameters.All(parameter => parameter.IsFrozen);
            rows.Add(new Row(layer.Path, layer.ToString(), Text(input), Text(Count(layer.Parameters)), isFrozen ? "frozen" : ""));
        }

        return input;
    }

    private static string Total(Sequential network)
    {
        long frozen = Count(network.Parameters.Where(parameter => parameter.IsFrozen));
        string all = $"{Text(Count(network.Parameters))} parameters";
        return frozen == 0 ? all : $"{all}, {Text(frozen)} of them frozen";
    }

    private static long Count(IEnumerable<Parameter> parameters) => parameters.Sum(parameter => (long)parameter.Value.Length);

    private static string Text(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Text(Shape? output) => output is { } shape ? $"[{string.Join(", ", ["n", .. Sizes(shape)])}]" : "?";

    private static IEnumerable<string> Sizes(Shape shape) =>
        shape.Skip(1).Select(size => size.ToString(CultureInfo.InvariantCulture));

    private readonly record struct Row(string Path, string Kind, string Output, string Count, string Note);
}
