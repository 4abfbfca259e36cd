using System.Globalization;

namespace Denpa;

/// <summary>
/// One-hot categories embedded: each block of columns that stands for one category becomes a few numbers that the category learns, y = x W,
/// and the other columns go before them as they are. A block of zeros, a category that is not known, becomes zeros (Guo and Berkhahn,
/// "Entity embeddings of categorical variables", 2016).
/// </summary>
/// <remarks>Its parameters are <c>weight0</c>, <c>weight1</c>, … [categories, size], one for each block.</remarks>
public sealed class CategoryEmbedding : Layer
{
    private const string Weight = "weight";

    private readonly int features;
    private readonly int[] starts;
    private readonly Parameter[] weights;
    private readonly Tensor? others;

    /// <summary>A layer with fresh weights, drawn from the normal distribution of deviation one, block by block.</summary>
    /// <param name="features">Features per sample that go in: the input's last axis, of two.</param>
    /// <param name="blocks">The columns of each category: where they start, and how many they are.</param>
    /// <param name="generator">Where the weights are drawn from.</param>
    /// <param name="size">How many numbers each category becomes.</param>
    /// <param name="dtype">The weights' element type, float32 or float64, which the inputs must have too.</param>
    /// <exception cref="ArgumentException">
    /// There is no block, two overlap or are out of order, or one reaches beyond the features.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    /// <exception cref="DTypeException">The element type has no derivatives.</exception>
    public CategoryEmbedding(
        int features, IReadOnlyList<(int Start, int Count)> blocks, Generator generator, int size = 8, DType dtype = DType.Float32)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(features);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        Require(blocks, features);
        this.features = features;
        starts = [.. blocks.Select(block => block.Start)];
        weights =
        [
            .. blocks.Select((block, i) =>
                Register(NameOf(i), Parameter.OfFresh(Tensor.Normal([block.Count, size], generator, 0, 1, dtype)))),
        ];
        int[] rest = [.. Enumerable.Range(0, features).Where(column => !blocks.Any(block => Holds(block, column)))];
        others = rest.Length == 0 ? null : ColumnList.Indices(rest);
    }

    /// <summary>The number of features that come out: those of no block, and the embeddings.</summary>
    public int Outputs => (others?.Length ?? 0) + weights.Sum(weight => weight.Value.Shape[1]);

    /// <summary>Where the blocks start; the parameters tell the rest.</summary>
    public override IReadOnlyDictionary<string, double> Attributes =>
        ColumnList.Attributes(
            starts, KeyValuePair.Create("features", (double)features), KeyValuePair.Create("blocks", (double)starts.Length));

    /// <summary>Such as <c>CategoryEmbedding(40 → 12)</c>.</summary>
    public override string ToString() => $"CategoryEmbedding({features} → {Outputs})";

    internal override Shape? OutputShape(Shape? input)
    {
        Shape shape = input ?? [1, features];
        return shape.With(shape.Rank - 1, Outputs);
    }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input)
    {
        FeatureCheck.Require("category embedding", input, features, weights[0].Value.DType);
        if (input.Rank != 2) throw new ShapeException($"category embedding: the input {input.Shape} is no matrix of rows and features");
        List<Tensor> parts = others is null ? [] : [input.Gather(others, axis: 1)];
        for (int i = 0; i < weights.Length; i++)
        {
            Tensor weight = weights[i].Value;
            parts.Add(input.Slice(1, starts[i], weight.Shape[0]).MatMul(weight));
        }

        return Tensor.Concatenate([.. parts], 1);
    }

    private static bool Holds((int Start, int Count) block, int column) => column >= block.Start && column < block.Start + block.Count;

    private static void Require(IReadOnlyList<(int Start, int Count)> blocks, int features)
    {
        if (blocks.Count == 0) throw new ArgumentException("there are no blocks to embed: give one or more", nameof(blocks));
        long end = 0;
        foreach ((int start, int count) in blocks)
        {
            string block = $"the block of {count} columns from {start}";
            if (count < 1) throw new ArgumentException($"{block} is empty", nameof(blocks));
            if (start < end) throw new ArgumentException($"{block} begins before column {end}, where it may begin", nameof(blocks));
            end = (long)start + count;
            if (end > features) throw new ArgumentException($"{block} reaches beyond the {features} features", nameof(blocks));
        }
    }

    /// <summary>The name of a block's weight.</summary>
    internal static string NameOf(int i) => Weight + i.ToString(CultureInfo.InvariantCulture);
}
