using System.Text.Json.Serialization;

namespace Denpa.Tables;

/// <summary>
/// An image: an input for every pixel, row by row. All pixels are standardised alike, by the mean and standard deviation of all
/// pixels of the training rows, so that dark borders stay as quiet as they are.
/// </summary>
public sealed record ImageFeature : FeatureSchema
{
    /// <summary>More pixels than any image to learn from has: what a damaged schema claims beyond is not believed.</summary>
    private const int MostPixels = 1 << 24;

    /// <summary>The number of rows of pixels.</summary>
    public required int Height { get; init; }

    /// <summary>The number of columns of pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Mean and standard deviation of all pixels, 0 … 255, of the training rows.</summary>
    public required Scaling Scaling { get; init; }

    /// <summary>The size of the images.</summary>
    [JsonIgnore]
    public ImageSize Size => new(Height, Width);

    /// <inheritdoc/>
    [JsonIgnore]
    public override ColumnKind Kind => ColumnKind.Image;

    /// <inheritdoc/>
    [JsonIgnore]
    public override int InputCount => Size.Pixels;

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<string> InputNames =>
        [.. Enumerable.Range(0, InputCount).Select(pixel => FormattableString.Invariant($"{Name}[{pixel / Width},{pixel % Width}]"))];

    internal override string? Flaw =>
        Height < 1 || Width < 1 || (long)Height * Width > MostPixels ? $"its size must be from 1 to {MostPixels} pixels"
        : Scaling.IsValid ? null
        : "its scaling " + Tables.Scaling.Requirement;

    internal static ImageFeature Fit(Column column, ReadOnlySpan<int> trainingRows)
    {
        ImageSize size = column.Image!.Value;
        long[] counts = new long[byte.MaxValue + 1];
        foreach (int row in trainingRows)
            foreach (byte pixel in column.Utf8(row, [])) counts[pixel]++;
        return new ImageFeature { Name = column.Name, Height = size.Height, Width = size.Width, Scaling = ScalingOf(counts) };
    }

    internal override void Encode<T>(Table table, Column column, ReadOnlySpan<int> rows, InputBlock<T> inputs, EncodingReport report)
    {
        double[] standardized = new double[byte.MaxValue + 1];
        for (int value = 0; value < standardized.Length; value++) standardized[value] = Scaling.Standardize(value);
        for (int i = 0; i < rows.Length; i++)
        {
            ReadOnlySpan<byte> pixels = column.Utf8(rows[i], []);
            for (int pixel = 0; pixel < pixels.Length; pixel++) inputs.Set(i, pixel, standardized[pixels[pixel]]);
        }
    }

    /// <summary>Refuses a column that does not hold such images.</summary>
    internal void Require(Table table, Column column)
    {
        if (column.Image == Size) return;
        string held = column.Image is { } size ? $"images of {size} pixels" : "no images";
        throw table.Problem($"column {Quoted.Text(Name)} holds {held}, where training had images of {Size} — give IDX images of that size");
    }

    /// <param name="counts">How often each value occurs.</param>
    private static Scaling ScalingOf(long[] counts)
    {
        double count = counts.Sum();
        double sum = 0;
        for (int value = 0; value < counts.Length; value++) sum += (double)counts[value] * value;
        double mean = sum / count;
        double squares = 0;
        for (int value = 0; value < counts.Length; value++) squares += counts[value] * ((value - mean) * (value - mean));
        bool isConstant = counts.Count(times => times > 0) <= 1;
        return new Scaling(mean, isConstant ? 1 : Math.Sqrt(squares / count));
    }

    internal override FieldEncoding FieldEncoding(MissingValues missing) => throw new NotSupportedException(
        $"the model reads images in column {Quoted.Text(Name)}, which a single row cannot hold — give a table of images");
}
