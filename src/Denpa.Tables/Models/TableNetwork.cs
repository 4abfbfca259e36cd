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
        Generator weights = new Generator(settings.Seed).Fork("weights");
        if (!settings.AreMembers) return Member(schema, settings, weights, dropout);
        IEnumerable<Sequential> members = Enumerable.Range(0, settings.Members!.Value)
            .Select(member => Member(schema, settings, weights.Fork($"member {member}"), dropout.Fork($"member {member}")));
        EnsembleMean mean = schema.Target is ClassTarget ? EnsembleMean.Probabilities : EnsembleMean.Outputs;
        return new Sequential(new Ensemble(members, mean));
    }

    /// <summary>The networks that answer as one, or the one that answers alone.</summary>
    public static IEnumerable<Sequential> MembersOf(Sequential network) =>
        network.Layers is [Ensemble ensemble] ? ensemble.Members.Cast<Sequential>() : [network];

    private static Sequential Member(TableSchema schema, TrainingSettings settings, Generator generator, Generator dropout)
    {
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

        if (settings.ScalingLayer) layers.Add(new FeatureScale(width, settings.DType));
        AddHidden(layers, width, schema.OutputCount, settings, generator, dropout);
        return new Sequential(layers);
    }

    /// <summary>The numbers of weights of each tensor of the network, without making it.</summary>
    public static IEnumerable<long> Sizes(TableSchema schema, TrainingSettings settings) =>
        Enumerable.Range(0, settings.Members ?? 1).SelectMany(_ => SizesOfMember(schema, settings));

    private static IEnumerable<long> SizesOfMember(TableSchema schema, TrainingSettings settings)
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

    /// <summary>How many numbers the embeddings make of a row on its way to the first hidden layer; 0 where there are none.</summary>
    public static int EmbeddedWidth(TableSchema schema, TrainingSettings settings)
    {
        int numbers = settings.NumericEmbedding ? NumbersOf(schema).Length : 0;
        int categories = settings.CategoryEmbedding ? CategoriesOf(schema).Length : 0;
        return numbers + categories == 0 ? 0 : schema.InputCount + (numbers * (Frequencies + NumberSize)) + (categories * CategorySize);
    }

    /// <summary>The layers of a network in a line, such as <c>Linear(7 → 8) → Relu → Linear(8 → 3)</c>.</summary>
    public static string Describe(Sequential network)
    {
        Sequential[] members = [.. MembersOf(network)];
        string member = string.Join(" → ", members[0].Children.Select(child => child.Module.ToString()));
        return members.Length == 1 ? member : $"{members.Length} × ({member})";
    }

    private static void AddHidden(
        List<Layer> layers, int width, int outputs, TrainingSettings settings, Generator generator, Generator dropout)
    {
        ActivationChoice activation = ActivationChoice.Of(settings);
        foreach (int units in settings.Hidden)
        {
            layers.Add(Linear(width, units, InitializerChoice.Create(settings, activation.Initializer)));
            Activation function = activation.Create();
            layers.Add(settings.ParametricActivation ? new ParametricActivation(function, units, settings.DType) : function);
            if (settings.Dropout > 0) layers.Add(new Dropout(settings.Dropout, dropout));
            width = units;
        }

        // A network that begins by its data begins with the mean answer.
        bool beginsByData = InitializerChoice.IsByData(settings);
        layers.Add(Linear(width, outputs, beginsByData ? ConstantInitializer.Zeros : InitializerChoice.Create(settings, "xavier")));

        Linear Linear(int from, int to, Initializer initializer) =>
            new(from, to, generator, dtype: settings.DType, weightInitializer: initializer);
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
