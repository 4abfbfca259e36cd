using System.Globalization;
using System.Reflection;
using System.Text;

namespace Denpa.Tests.Support;

/// <summary>Every op with what it says of itself, as docs/ops.md shows it.</summary>
public static class OpPage
{
    private const string Head = """
        # Ops

        Every op of the engine, as the ops themselves say it; a test writes this page and fails where it is stale. y is the output, x, or
        a and b, are the inputs, and ∂L/∂y is the gradient that comes in. Attributes are shown with the values that the formulas beside them
        have. To add an op, see [adding-an-op.md](adding-an-op.md).

        """;

    private static readonly DType[] AllTypes = Enum.GetValues<DType>();

    /// <summary>The page's file.</summary>
    public static string Path { get; } = System.IO.Path.Combine(RepositoryPaths.Root, "docs", "ops.md");

    /// <summary>The page as the ops are now.</summary>
    public static string Text()
    {
        StringBuilder page = new(Head);
        foreach ((string group, IReadOnlyList<OpExample> examples) in OpExamples.Groups())
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {group}\n\n");
            page.Append("| op | formula | derivative | element types | attributes |\n| --- | --- | --- | --- | --- |\n");
            foreach (IGrouping<string, OpExample> named in examples.GroupBy(example => example.Op.Name))
            {
                Op op = named.First().Op;
                string types = string.Join(", ", named.SelectMany(TypesOf).Distinct().Order().Select(dtype => dtype.Name));
                string[] cells = [op.Name, op.Formula, op.DerivativeFormula, types, Attributes(op)];
                page.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", cells.Select(Escaped))} |\n");
            }
        }

        return page.ToString();
    }

    private static string Escaped(string cell) => cell.Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>
    /// The element types that the inputs may have of those of which they may have several; else those that they have, or the outputs where
    /// there are no inputs.
    /// </summary>
    private static IEnumerable<DType> TypesOf(OpExample example)
    {
        bool IsFree(int input) => example.Inputs[input].DType == DType.Float64 && !example.AlwaysFloat64.Contains(input);
        if (example.Inputs.Length == 0) return example.Op.ApplyAll().Select(output => output.DType);
        if (!Enumerable.Range(0, example.Inputs.Length).Any(IsFree)) return example.Inputs.Select(input => input.DType);
        return AllTypes.Where(dtype => Takes(
            example.Op, [.. example.Inputs.Select((input, place) => IsFree(place) ? input.To(dtype) : input)]));
    }

    private static bool Takes(Op op, Tensor[] inputs)
    {
        try
        {
            op.ApplyAll(inputs);
            return true;
        }
        catch (DTypeException)
        {
            return false;
        }
    }

    /// <summary>The attributes by name, with the values that tell something.</summary>
    private static string Attributes(Op op)
    {
        Type type = op.GetType();
        ConstructorInfo primary = type
            .GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .MaxBy(constructor => constructor.GetParameters().Count(parameter => parameter.ParameterType != type))!;
        IEnumerable<string> attributes = primary.GetParameters()
            .Where(parameter => parameter.ParameterType != type)
            .Select(parameter => type.GetProperty(parameter.Name!)!)
            .Select(attribute => Attribute(attribute.Name, attribute.GetValue(op)));
        return string.Join(", ", attributes);
    }

    private static string Attribute(string name, object? value)
    {
        string text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        bool isNameOfType = text.Contains($"{nameof(Denpa)}.", StringComparison.Ordinal);
        return isNameOfType ? name : $"{name} = {text}";
    }
}
