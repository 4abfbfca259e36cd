namespace Denpa;

/// <summary>Variables and generators as they were, to be put back when a step is not to count.</summary>
internal sealed class Undo
{
    private readonly Dictionary<Storage, Storage> elements = [];
    private readonly Dictionary<Generator, GeneratorState> states = [];
    private readonly List<Action> others = [];

    /// <summary>These variables and generators as they are now.</summary>
    public static Undo Of(IEnumerable<Storage> variables, IEnumerable<Generator> generators)
    {
        Undo undo = new();
        foreach (Storage variable in variables) undo.Keep(variable);
        foreach (Generator generator in generators) undo.Keep(generator);
        return undo;
    }

    /// <summary>Keeps what an op is about to overwrite and to draw from, unless it is kept already.</summary>
    public void KeepBefore(Op op, ReadOnlySpan<Tensor> inputs)
    {
        for (int i = 0; i < inputs.Length && !op.Overwrites.IsEmpty; i++)
        {
            if (op.Overwrites.Contains(i)) Keep(inputs[i].Storage);
        }

        if (op.Draws is { } generator) Keep(generator);
    }

    /// <summary>Puts everything back.</summary>
    public void Restore()
    {
        foreach ((Storage variable, Storage before) in elements)
        {
            variable.CopyFrom(before);
            variable.MarkChanged();
        }

        foreach ((Generator generator, GeneratorState before) in states) generator.Restore(before);
        foreach (Action restore in others) restore();
    }

    /// <summary>Keeps a generator's state, unless it is kept already.</summary>
    public void Keep(Generator generator) => states.TryAdd(generator, generator.State);

    /// <summary>Keeps anything else, by what puts it back.</summary>
    public void Keep(Action restore) => others.Add(restore);

    private void Keep(Storage variable)
    {
        if (!elements.ContainsKey(variable)) elements.Add(variable, variable.Copy());
    }
}
