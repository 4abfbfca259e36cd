namespace Denpa.Tables;

/// <summary>
/// The network of a table: embeddings of its columns and factors of them where the settings have these, hidden layers, and a linear output
/// layer.
/// </summary>
internal static class TableNetwork
{
    /// <summary>Categories of more values are embedded.</summary>
    private const int MostOneHot = 8;

    private const int CategorySize = 8;
    private const int Frequencies = 16;
    private const int NumberSize = 3;

    /// <summary>A network as the schema and the settings call for, with weights drawn by the settings' seed.</summary>
    /// <param name="schema">The inputs and outputs.</param>
    /// <param name="settings">The layers, activation, initialiser, dropout, element type and seed.</param>
    /// <param name="dropout">Draws the units that dropout drops.</param>
    /// <exception cref="ArgumentException">A name in the settings is unknown, or a number impossible.</exception>
    public static Sequential Of(TableSchema schema, TrainingSettings settings, Generator dropout)
    {
        settings.RequireNetwork();
        Generator generator = new Generator(settings.Seed).Fork("weights");
        List<Layer> layers = [];
        int width = schema.InputCount;
        if (settings.NumericEmbedding && NumbersOf(schema) is { Length: > 0 } numbers)
        {
            PeriodicEmbedding embedding = new(width, numbers, generator, Frequencies, NumberSize, dtype: settings.DType);
            layers.Add(embedding);
            width = embedding.Outputs;
        }

        if (settings.CategoryEmbedding && CategoriesOf(schema) is { Length: > 0 } categories)
        {
            CategoryEmbedding embedding = new(width, categories, generator, CategorySize, settings.DType);
            layers.Add(embedding);
            width = embedding.Outputs;
        }

        if (settings.ScalingLayer) layers.Add(new Scale(width, settings.DType));
        AddHidden(layers, width, schema.OutputCount, settings, generator, dropout);
        return new Sequential(layers);
    }

    /// <summary>The numbers of weights of each tensor of the network, without making it.</summary>
    public static IEnumerable<long> Sizes(TableSchema schema, TrainingSettings settings)
    {
        long width = schema.InputCount;
        if (settings.NumericEmbedding && NumbersOf(schema) is { Length: > 0 } numbers)
        {
            long count = numbers.Length;
            foreach (int each in (int[])[Frequencies, Frequencies, Frequencies * NumberSize, NumberSize]) yield return count * each;
            width += count * NumberSize;
        }

        if (settings.CategoryEmbedding && CategoriesOf(schema) is { Length: > 0 } categories)
        {
            foreach ((_, int count) in categories)
            {
                yield return (long)count * CategorySize;
                width += CategorySize - count;
            }
        }

        if (settings.ScalingLayer) yield return width;
        foreach (int units in settings.Hidden)
        {
            yield return width * units;
            yield return units;
            if (settings.ParametricActivation) yield return units;
            width = units;
        }

        yield return width * schema.OutputCount;
        yield return schema.OutputCount;
    }

    /// <summary>The layers of a network in a line, such as <c>Linear(7 → 8) → Relu → Linear(8 → 3)</c>.</summary>
    public static string Describe(Sequential network) => string.Join(" → ", network.Children.Select(child => child.Module.ToString()));

    private static void AddHidden(
        List<Layer> layers, int width, int outputs, TrainingSettings settings, Generator generator, Generator dropout)
    {
        ActivationChoice activation = ActivationChoice.Of(settings);
        foreach (int units in settings.Hidden)
        {
            layers.Add(Linear(width, units, activation.Initializer));
            Activation function = activation.Create();
            layers.Add(settings.ParametricActivation ? new ParametricActivation(function, units, settings.DType) : function);
            if (settings.Dropout > 0) layers.Add(new Dropout(settings.Dropout, dropout));
            width = units;
        }

        layers.Add(Linear(width, outputs, "xavier"));

        Linear Linear(int from, int to, string initializer) => new(
            from, to, generator, dtype: settings.DType, weightInitializer: InitializerChoice.Create(settings, initializer));
    }

    /// <summary>The inputs that are numbers of any size.</summary>
    private static int[] NumbersOf(TableSchema schema)
    {
        List<int> numbers = [];
        int first = 0;
        foreach (FeatureSchema feature in schema.Features)
        {
            numbers.AddRange(Enumerable.Range(first, feature.NumberInputs));
            first += feature.InputCount;
        }

        return [.. numbers];
    }

    /// <summary>The inputs of the categories that are to be embedded.</summary>
    private static (int Start, int Count)[] CategoriesOf(TableSchema schema)
    {
        List<(int Start, int Count)> blocks = [];
        int first = 0;
        foreach (FeatureSchema feature in schema.Features)
        {
            if (feature is CategoryFeature category && category.Categories.Count > MostOneHot) blocks.Add((first, feature.InputCount));
            first += feature.InputCount;
        }

        return [.. blocks];
    }
}
