using System.Globalization;

namespace Denpa;

/// <summary>
/// What a step did, apart from the elements that it computed: its ops by value, in their layers, which value each of them read, and the
/// constants that came from outside. Two runs of a step that a plan may replay have equal descriptions.
/// </summary>
internal sealed class StepDescription
{
    private readonly List<Entry> entries = [];
    private readonly List<Tensor> outside = [];
    private readonly ValueList<Operand> results;

    public StepDescription(StepRun run)
    {
        Dictionary<Storage, Operand> known = [];
        for (int i = 0; i < run.Inputs.Count; i++) known.TryAdd(run.Inputs[i].Storage, new Operand(Source.Input, i, 0, default, default));
        foreach (Invocation invocation in run.Invocations)
        {
            ValueList<Operand> inputs = [.. invocation.Inputs.Select(OperandOf)];
            int place = 0;
            foreach (Storage made in invocation.Made()) known[made] = new Operand(Source.Op, entries.Count, place++, default, default);
            entries.Add(new Entry(invocation.Op, invocation.Layer, inputs, [.. invocation.Outputs.Select(OperandOf)]));
        }

        results = [.. run.Results.Select(OperandOf)];

        Operand OperandOf(Tensor tensor)
        {
            if (!known.TryGetValue(tensor.Storage, out Operand source))
            {
                known.Add(tensor.Storage, source = new Operand(Source.Outside, outside.Count, 0, default, default));
                outside.Add(tensor.Detach());
            }

            return source with { Offset = tensor.Offset, Spec = tensor.Spec };
        }
    }

    private enum Source
    {
        Input,
        Op,
        Outside,
    }

    /// <summary>Says what a later run of the step did otherwise than this one; null when nothing differs.</summary>
    public string? DifferenceTo(StepDescription later)
    {
        for (int i = 0; i < Math.Min(entries.Count, later.entries.Count); i++)
        {
            if (Difference(entries[i], later.entries[i], later) is { } difference) return difference;
        }

        if (entries.Count != later.entries.Count) return $"it ran {entries.Count} ops when it was recorded and {later.entries.Count} now";
        return results == later.results && results.All(result => SameElements(result, later))
            ? null
            : "it returned another value when it was recorded than it does now";
    }

    private string? Difference(Entry entry, Entry now, StepDescription later)
    {
        string place = now.Layer is null ? "" : $" in layer \"{now.Layer}\"";
        if (entry.Op != now.Op || entry.Layer != now.Layer)
        {
            string before = entry.Layer is null || entry.Layer == now.Layer ? "" : $" in layer \"{entry.Layer}\"";
            return $"it ran {entry.Op}{before} when it was recorded, and now {now.Op}{place}";
        }

        for (int i = 0; i < Math.Min(entry.Inputs.Length, now.Inputs.Length); i++)
        {
            (Operand before, Operand after) = (entry.Inputs[i], now.Inputs[i]);
            if (before.Source == Source.Outside && after.Source == Source.Outside && !SameElements(before, after, later))
            {
                (string was, string became) = Describe(outside[before.Index], later.outside[after.Index]);
                return $"{now.Op.Name}{place} computed with {was} when it was recorded, and with {became} now";
            }

            if (before != after) return $"{now.Op.Name}{place} read another value as its input {i} when it was recorded than it does now";
        }

        return entry == now ? null : $"{now.Op.Name}{place} had other inputs or another output when it was recorded than it has now";
    }

    private bool SameElements(Operand operand, StepDescription later) =>
        operand.Source != Source.Outside || SameElements(operand, operand, later);

    private bool SameElements(Operand before, Operand after, StepDescription later)
    {
        (Storage was, Storage became) = (outside[before.Index].Storage, later.outside[after.Index].Storage);
        if (was == became) return true;
        return !was.IsVariable && !became.IsVariable && was.HasElementsOf(became);
    }

    /// <summary>Two constants as a message names them: numbers, the first place where they differ, or what they are.</summary>
    private static (string Was, string Became) Describe(Tensor was, Tensor became)
    {
        if (was.Storage.IsVariable || became.Storage.IsVariable) return ($"one variable {was.Spec}", $"another {became.Spec}");
        if (was.Spec != became.Spec) return ($"a constant {was.Spec}", $"one {became.Spec}");
        int place = 0;
        while (place < was.Length - 1 && was.ElementAt(place).Equals(became.ElementAt(place))) place++;
        string where = was.Length == 1 ? "the constant " : $"a constant {was.Spec} whose element {place} is ";
        return (where + Number(was.ElementAt(place)), Number(became.ElementAt(place)));
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    /// <param name="Source">Where the value comes from.</param>
    /// <param name="Index">Which input of the step, op or outside value.</param>
    /// <param name="Output">Which output of the op.</param>
    /// <param name="Offset">Where it begins in its storage.</param>
    /// <param name="Spec">Its element type and shape.</param>
    private readonly record struct Operand(Source Source, int Index, int Output, int Offset, TensorSpec Spec);

    private sealed record Entry(Op Op, string? Layer, ValueList<Operand> Inputs, ValueList<Operand> Outputs);
}
