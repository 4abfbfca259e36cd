namespace Denpa.Cli.DataSets;

/// <summary>Draws rows, with noise, in classes where there are any.</summary>
internal delegate Dataset Drawing(int rows, Generator generator, double noise, int classes);

/// <summary>A set that is drawn at random, of any size.</summary>
internal sealed record MadeSet(string Name, string Summary) : DataSet(Name, Summary)
{
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
}
