namespace Denpa;

/// <summary>
/// Small made-up datasets to learn on. Classes are indices, int64 [n]; features and numbers to predict are of the element type
/// asked for. Noise is the standard deviation of what is added at random.
/// </summary>
public static class ToySets
{
    /// <summary>Exclusive or: four rows of two inputs, and 1 where they differ, [4, 1]. No straight line parts its classes.</summary>
    public static Dataset Xor(DType dtype = DType.Float32) =>
        new(Numbers([0, 0, 0, 1, 1, 0, 1, 1], 2, dtype), Numbers([0, 1, 1, 0], 1, dtype));

    /// <summary>A disc of radius ½ (class 0) in a ring from ¾ to 1 (class 1).</summary>
    public static Dataset Circle(int count, Generator generator, double noise = 0, DType dtype = DType.Float32) =>
        Classes(count, 2, generator, noise, dtype, (label, _) =>
        {
            double radius = label == 0 ? 0.5 * Math.Sqrt(generator.NextDouble()) : 0.75 + (0.25 * generator.NextDouble());
            return Polar(radius, 2 * Math.PI * generator.NextDouble());
        });

    /// <summary>Arms that wind from the origin out to radius 1, one for each class.</summary>
    public static Dataset Spiral(int count, Generator generator, int classes = 2, double noise = 0, DType dtype = DType.Float32) =>
        Classes(count, classes, generator, noise, dtype, (label, along) =>
            Polar(along, (2 * Math.PI * label / classes) + (1.5 * Math.PI * along)));

    /// <summary>Two half circles of radius 1, the second upside down and shifted into the first.</summary>
    public static Dataset Moons(int count, Generator generator, double noise = 0, DType dtype = DType.Float32) =>
        Classes(count, 2, generator, noise, dtype, (label, along) =>
        {
            (double x, double y) = Polar(1, Math.PI * along);
            return label == 0 ? (x, y) : (1 - x, 0.5 - y);
        });

    /// <summary>Normal clouds around points spread evenly on the unit circle, one for each class.</summary>
    public static Dataset Gaussians(
        int count, Generator generator, int classes = 2, double standardDeviation = 0.3, DType dtype = DType.Float32) =>
        Classes(count, classes, generator, standardDeviation, dtype, (label, _) => Polar(1, 2 * Math.PI * label / classes));

    /// <summary>y = sin x with x drawn evenly from [−π, π): features [n, 1], targets [n, 1].</summary>
    public static Dataset Sine(int count, Generator generator, double noise = 0, DType dtype = DType.Float32) =>
        Function(count, 1, generator, -Math.PI, Math.PI, noise, dtype, x => Math.Sin(x[0]));

    /// <summary>y = Σ cᵢ xᵢ with every x drawn evenly from [low, high): features [n, k], targets [n, 1].</summary>
    /// <param name="count">The number of samples.</param>
    /// <param name="coefficients">The k coefficients c.</param>
    /// <param name="generator">Draws features and noise.</param>
    /// <param name="low">The least feature.</param>
    /// <param name="high">What all features are below.</param>
    /// <param name="noise">The standard deviation of what is added to the targets.</param>
    /// <param name="dtype">The element type.</param>
    public static Dataset Linear(
        int count,
        IReadOnlyList<double> coefficients,
        Generator generator,
        double low = 0,
        double high = 1,
        double noise = 0,
        DType dtype = DType.Float32) =>
        Function(count, coefficients.Count, generator, low, high, noise, dtype, x => x.Zip(coefficients, (a, b) => a * b).Sum());

    private static (double X, double Y) Polar(double radius, double angle) => (radius * Math.Cos(angle), radius * Math.Sin(angle));

    /// <summary>
    /// Points of the plane, class after class in turn; <paramref name="point"/> is told a point's class and how far along it
    /// the point is, from 0 to 1.
    /// </summary>
    private static Dataset Classes(
        int count, int classes, Generator generator, double noise, DType dtype, Func<int, double, (double X, double Y)> point)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, classes);
        double[] features = new double[2 * count];
        long[] labels = new long[count];
        for (int i = 0; i < count; i++)
        {
            int label = i % classes;
            int ofClass = (count - label - 1) / classes;
            (double x, double y) = point(label, ofClass == 0 ? 0 : (double)(i / classes) / ofClass);
            features[2 * i] = x + (noise * generator.NextNormal());
            features[(2 * i) + 1] = y + (noise * generator.NextNormal());
            labels[i] = label;
        }

        return new Dataset(Numbers(features, 2, dtype), Tensor.From<long>(labels));
    }

    private static Dataset Function(
        int count, int inputs, Generator generator, double low, double high, double noise, DType dtype, Func<double[], double> function)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        double[] features = new double[count * inputs];
        generator.FillUniform<double>(features, low, high);
        double[] targets = [.. features.Chunk(inputs).Select(x => function(x) + (noise * generator.NextNormal()))];
        return new Dataset(Numbers(features, inputs, dtype), Numbers(targets, 1, dtype));
    }

    private static Tensor Numbers(double[] values, int columns, DType dtype)
    {
        Shape shape = [values.Length / columns, columns];
        if (!dtype.IsFloatingPoint) DTypeException.ThrowNotFloating("toy set", dtype);
        return dtype == DType.Float64 ? Tensor.From(values, shape) : Tensor.From(Array.ConvertAll(values, value => (float)value), shape);
    }
}
