namespace Denpa;

/// <summary>How layers of some of the columns are made again, trusting nothing of what a file says of them.</summary>
internal static class StoredColumnLayers
{
    /// <exception cref="ArgumentException">What the file says is impossible.</exception>
    public static FeatureScale FeatureScale(StoredLayer layer)
    {
        Tensor weight = layer.Vector("weight");
        return new(weight.Length, weight.DType);
    }

    /// <exception cref="ArgumentException">What the file says is impossible.</exception>
    public static PeriodicEmbedding PeriodicEmbedding(StoredLayer layer)
    {
        Tensor weight = layer.Tensor("weight") ?? throw new ArgumentException("its weight is missing");
        if (weight.Rank != 3) throw new ArgumentException($"its weight is {weight.Spec}, where three axes belong");
        int[] columns = Columns(layer, weight.Shape[0]);
        int features = layer.WholeNumber("features");
        return new(features, columns, layer.Generator, weight.Shape[1], weight.Shape[2], dtype: weight.DType);
    }

    /// <exception cref="ArgumentException">What the file says is impossible.</exception>
    public static CategoryEmbedding CategoryEmbedding(StoredLayer layer)
    {
        int[] starts = Columns(layer, layer.WholeNumber("blocks"));
        Tensor[] weights = [.. starts.Select((_, i) => Matrix(layer, Denpa.CategoryEmbedding.NameOf(i)))];
        if (weights.Length == 0 || weights.Any(weight => weight.DType != weights[0].DType || weight.Shape[1] != weights[0].Shape[1]))
            throw new ArgumentException("its weights do not go together");
        (int, int)[] blocks = [.. starts.Select((start, i) => (start, weights[i].Shape[0]))];
        return new(layer.WholeNumber("features"), blocks, layer.Generator, weights[0].Shape[1], weights[0].DType);
    }

    private static int[] Columns(StoredLayer layer, int count) =>
        [.. Enumerable.Range(0, Math.Max(0, count)).Select(i => layer.WholeNumber(ColumnList.NameOf(i)))];

    private static Tensor Matrix(StoredLayer layer, string name)
    {
        Tensor weight = layer.Tensor(name) ?? throw new ArgumentException($"its {name} is missing");
        return weight.Rank == 2 ? weight : throw new ArgumentException($"its {name} is {weight.Spec}, where a matrix belongs");
    }
}
