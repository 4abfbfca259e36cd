namespace Denpa;

/// <summary>
/// Numbers embedded by cosines of learned frequencies: for each chosen column x, W cos(2π·f·x + φ) + b is appended to the input, which
/// itself stays (PBLD, "periodic, bias, linear, DenseNet": Holzmüller, Grinsztajn and Steinwart, "Better by default", NeurIPS 2024, after
/// Gorishniy, Rubachev and Babenko, "On embeddings for numerical features in tabular deep learning", NeurIPS 2022). A network learns
/// steps and waves of a single number through it sooner than through its hidden layers.
/// </summary>
/// <remarks>
/// Its parameters are <c>frequency</c> f and <c>phase</c> φ, [columns, frequencies], <c>weight</c> W, [columns, frequencies, size], and
/// <c>bias</c> b, [columns, size].
/// </remarks>
public sealed class PeriodicEmbedding : Layer
{
    private readonly int features;
    private readonly int[] columns;
    private readonly Tensor indices;

    /// <summary>A layer with fresh parameters, drawn in the order frequencies, phases, weights, bias.</summary>
    /// <param name="features">Features per sample that go in: the input's last axis, of two.</param>
    /// <param name="columns">Which of them are numbers to embed.</param>
    /// <param name="generator">Where the parameters are drawn from.</param>
    /// <param name="frequencies">How many cosines each column has.</param>
    /// <param name="size">How many numbers are appended for each column.</param>
    /// <param name="deviation">The standard deviation of the first frequencies, from 0 up: how fine the waves are at first.</param>
    /// <param name="dtype">The parameters' element type, float32 or float64, which the inputs must have too.</param>
    /// <exception cref="ArgumentException">There is no column, one is named twice, or it is none of the features.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive, or the deviation negative.</exception>
    /// <exception cref="DTypeException">The element type has no derivatives.</exception>
    public PeriodicEmbedding(
        int features,
        IReadOnlyList<int> columns,
        Generator generator,
        int frequencies = 16,
        int size = 3,
        double deviation = 0.1,
        DType dtype = DType.Float32)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(features);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frequencies);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        NumberRange.RequireNotNegative(deviation, nameof(deviation));
        ColumnList.Require(columns, features, nameof(columns));
        (this.features, this.columns, indices) = (features, [.. columns], ColumnList.Indices(columns));
        double bound = 1 / Math.Sqrt(frequencies);
        int count = columns.Count;
        Frequency = Fresh("frequency", Tensor.Normal([count, frequencies], generator, 0, deviation, dtype));
        Phase = Fresh("phase", Tensor.Uniform([count, frequencies], generator, -Math.PI, Math.PI, dtype));
        Weight = Fresh("weight", Tensor.Uniform([count, frequencies, size], generator, -bound, bound, dtype));
        Bias = Fresh("bias", Tensor.Uniform([count, size], generator, -bound, bound, dtype));
    }

    /// <summary>f, [columns, frequencies].</summary>
    public Parameter Frequency { get; }

    /// <summary>φ, [columns, frequencies].</summary>
    public Parameter Phase { get; }

    /// <summary>W, [columns, frequencies, size].</summary>
    public Parameter Weight { get; }

    /// <summary>b, [columns, size].</summary>
    public Parameter Bias { get; }

    /// <summary>The number of features that come out: those that went in, and the embeddings.</summary>
    public int Outputs => features + Bias.Value.Length;

    private int Size => Bias.Value.Shape[1];

    /// <summary>The columns; the parameters tell the rest.</summary>
    public override IReadOnlyDictionary<string, double> Attributes =>
        ColumnList.Attributes(columns, KeyValuePair.Create("features", (double)features));

    /// <summary>Such as <c>PeriodicEmbedding(5 → 14)</c>.</summary>
    public override string ToString() => $"PeriodicEmbedding({features} → {Outputs})";

    internal override Shape? OutputShape(Shape? input)
    {
        Shape shape = input ?? [1, features];
        return shape.With(shape.Rank - 1, Outputs);
    }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input)
    {
        FeatureCheck.Require("periodic embedding", input, features, Weight.Value.DType);
        if (input.Rank != 2) throw new ShapeException($"periodic embedding: the input {input.Shape} is no matrix of rows and features");

        // Samples lie along the last axis, so that every op runs along them: [columns, frequencies, samples].
        Tensor numbers = input.Gather(indices, axis: 1).Transpose().Unsqueeze(1);
        Tensor turns = (2 * Math.PI * Frequency.Value).Unsqueeze(-1);
        Tensor waves = ((turns * numbers) + Phase.Value.Unsqueeze(-1)).Cos();
        Tensor embedded = Weight.Value.MatMul(waves, transposeLeft: true) + Bias.Value.Unsqueeze(-1);
        return Tensor.Concatenate([input, embedded.Reshape(columns.Length * Size, input.Shape[0]).Transpose()], 1);
    }

    private Parameter Fresh(string name, Tensor value) => Register(name, Parameter.OfFresh(value));
}
