namespace Denpa.Tables;

/// <summary>The weights of a model, as those that another training begins with.</summary>
internal static class StartingWeights
{
    private const string Subject = "the model to start from has different";
    private const string Cure = "give the table and the options that it was trained with";

    /// <summary>Puts a model's weights into a network.</summary>
    /// <param name="from">The model.</param>
    /// <param name="schema">What the network's inputs and outputs stand for.</param>
    /// <param name="network">The network.</param>
    /// <param name="dtype">The network's element type.</param>
    /// <exception cref="ArgumentException">The weights would mean something else there; the message says what differs.</exception>
    public static void Load(TableModel from, TableSchema schema, Sequential network, DType dtype)
    {
        if (!from.Schema.InputNames.SequenceEqual(schema.InputNames))
        {
            string theirs = Quoted.List(from.Schema.InputNames, shown: 10);
            string ours = Quoted.List(schema.InputNames, shown: 10);
            throw new ArgumentException($"{Subject} inputs: {theirs}, and here they are {ours} — {Cure}");
        }

        if (!Outcomes(from.Schema).SequenceEqual(Outcomes(schema)))
            throw new ArgumentException($"{Subject} classes of {Quoted.Text(from.Schema.Target.Name)} — {Cure}");
        try
        {
            network.LoadState(from.Network.SaveState());
        }
        catch (ArgumentException problem)
        {
            string theirs = $"{TableNetwork.Describe(from.Network)} of {from.Settings.DType.Name}";
            string ours = $"{TableNetwork.Describe(network)} of {dtype.Name}";
            throw new ArgumentException($"{Subject} layers: {theirs}, and here they are {ours} — {Cure}", problem);
        }
    }

    /// <summary>What the outputs stand for: the classes, or for a number nothing more than that.</summary>
    private static IReadOnlyList<string> Outcomes(TableSchema schema) => schema.Target is ClassTarget target ? target.Classes : [];
}
