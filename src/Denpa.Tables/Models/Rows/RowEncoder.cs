namespace Denpa.Tables;

/// <summary>Turns the values of one row after another into a network's inputs, to the bits that a table's fields become.</summary>
internal sealed class RowEncoder
{
    private readonly FieldEncoding[] encodings;
    private readonly int[] firsts;

    public RowEncoder(TableSchema schema)
    {
        Missing = schema.Missing is { } listed ? new MissingValues(listed) : MissingValues.Usual;
        encodings = [.. schema.Features.Select(feature => feature.FieldEncoding(Missing))];
        firsts = new int[encodings.Length + 1];
        for (int i = 0; i < encodings.Length; i++) firsts[i + 1] = firsts[i] + schema.Features[i].InputCount;
        Names = [.. schema.Features.Select(feature => feature.Name)];
    }

    /// <summary>The names of the feature columns, in order.</summary>
    public string[] Names { get; }

    /// <summary>What stands for a missing value.</summary>
    public MissingValues Missing { get; }

    /// <summary>The inputs of a row.</summary>
    public int Width => firsts[^1];

    /// <summary>Encodes the value of a feature.</summary>
    /// <param name="feature">The feature, from 0.</param>
    /// <param name="value">The value.</param>
    /// <param name="inputs">The row's inputs, of which the feature's are zeros before.</param>
    /// <param name="report">Counts values that training never saw.</param>
    /// <exception cref="TableException">The value cannot be what its column was in training.</exception>
    public void Encode(int feature, FieldValue value, Span<double> inputs, EncodingReport? report) =>
        encodings[feature](value, inputs[firsts[feature]..firsts[feature + 1]], report);

    /// <summary>Inputs as a tensor of an element type.</summary>
    /// <param name="inputs">The inputs of row after row.</param>
    /// <param name="shape">How many rows, and how many inputs of each.</param>
    /// <param name="dtype">Float32 or float64.</param>
    public static Tensor ToTensor(ReadOnlySpan<double> inputs, Shape shape, DType dtype)
    {
        if (dtype == DType.Float64) return Tensor.Adopt(inputs.ToArray(), shape);
        float[] narrow = new float[inputs.Length];
        for (int i = 0; i < narrow.Length; i++) narrow[i] = (float)inputs[i];
        return Tensor.Adopt(narrow, shape);
    }
}
