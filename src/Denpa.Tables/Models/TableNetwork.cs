namespace Denpa.Tables;

/// <summary>The network of a table: hidden layers as the settings have them, and a linear output layer.</summary>
internal static class TableNetwork
{
    /// <summary>A network as the schema and the settings call for, with weights drawn by the settings' seed.</summary>
    /// <param name="schema">The inputs and outputs.</param>
    /// <param name="settings">The hidden layers, activation, initialiser, dropout, element type and seed.</param>
    /// <param name="dropout">Draws the units that dropout drops.</param>
    /// <exception cref="ArgumentException">A name in the settings is unknown, or a number impossible.</exception>
    public static Sequential Of(TableSchema schema, TrainingSettings settings, Generator dropout) =>
        Build(schema.InputCount, schema.OutputCount, settings, new Generator(settings.Seed).Fork("weights"), dropout);

    /// <summary>A network of so many inputs and outputs.</summary>
    /// <param name="inputs">The number of inputs.</param>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="settings">The hidden layers, activation, initialiser, dropout and element type.</param>
    /// <param name="generator">Draws the initial weights.</param>
    /// <param name="dropout">Draws the units that dropout drops.</param>
    /// <exception cref="ArgumentException">A name in the settings is unknown, or a number impossible.</exception>
    public static Sequential Build(int inputs, int outputs, TrainingSettings settings, Generator generator, Generator dropout)
    {
        settings.RequireNetwork();
        ActivationChoice activation = ActivationChoice.Of(settings);
        List<Layer> layers = [];
        int width = inputs;
        foreach (int units in settings.Hidden)
        {
            layers.Add(Linear(width, units, activation.Initializer));
            layers.Add(activation.Create());
            if (settings.Dropout > 0) layers.Add(new Dropout(settings.Dropout, dropout));
            width = units;
        }

        layers.Add(Linear(width, outputs, "xavier"));
        return new Sequential(layers);

        Linear Linear(int from, int to, string initializer) => new(
            from, to, generator, dtype: settings.DType, weightInitializer: InitializerChoice.Create(settings, initializer));
    }

    /// <summary>The layers of a network in a line, such as <c>Linear(7 → 8) → Relu → Linear(8 → 3)</c>.</summary>
    public static string Describe(Sequential network) => string.Join(" → ", network.Children.Select(child => child.Module.ToString()));
}
