using Denpa.Tables;

namespace Denpa.Cli.DataSets;

/// <summary>Draws rows, with noise, in classes where there are any.</summary>
internal delegate Dataset Drawing(int rows, Generator generator, double noise, int classes);

/// <summary>A set that is drawn at random, of any size.</summary>
internal sealed record MadeSet(string Name, string Summary) : DataSet(Name, Summary)
{
    public const int FewestClasses = 2;

    public override Availability Availability => Availability.Made;

    /// <summary>The standard deviation of what is added at random, when none is asked for.</summary>
    public double Noise { get; init; }

    /// <summary>Whether there may be more than two classes.</summary>
    public bool HasAnyNumberOfClasses { get; init; }

    /// <summary>Fewer rows cannot be drawn.</summary>
    public int FewestRows { get; init; } = 1;

    public required Drawing Draw { get; init; }

    /// <summary>Exclusive or, its four rows in turn, with noise on the inputs.</summary>
    public static Dataset Xor(int rows, Generator generator, double noise)
    {
        Dataset four = ToySets.Xor();
        Dataset repeated = four.Subset([.. Enumerable.Range(0, rows).Select(row => row % four.Count)]);
        if (noise == 0) return repeated;
        float[] inputs = repeated.Features.ToArray<float>();
        for (int i = 0; i < inputs.Length; i++) inputs[i] += (float)(noise * generator.NextNormal());
        return new Dataset(Tensor.Adopt(inputs, repeated.Features.Shape), repeated.Targets);
    }

    /// <summary>The rows that a seed gives when nothing else is asked for.</summary>
    public Dataset DrawUsual(ulong seed) => Draw(Rows, new Generator(seed), Noise, FewestClasses);

    /// <summary>Writes drawn rows as CSV.</summary>
    public void Write(Stream stream, Dataset rows)
    {
        using TableWriter writer = new(stream);
        writer.WriteHeader(Columns);
        int inputs = rows.Features.Shape[1];
        float[] features = rows.Features.ToArray<float>();
        float[] targets = rows.Targets.To(DType.Float32).ToArray<float>();
        for (int row = 0; row < rows.Count; row++)
        {
            for (int input = 0; input < inputs; input++) writer.WriteNumber(WithoutMinusZero(features[(row * inputs) + input]));
            writer.WriteNumber(targets[row]);
            writer.EndRow();
        }

        writer.Flush();
    }

    private static float WithoutMinusZero(float number) => number + 0f;
}
