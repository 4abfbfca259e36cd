namespace Denpa.Tests.Data;

public sealed class ToySetsTests
{
    public static TheoryData<string, Func<Generator, DType, Dataset>> Sets => new()
    {
        { "circle", (generator, dtype) => ToySets.Circle(30, generator, 0.1, dtype) },
        { "spiral", (generator, dtype) => ToySets.Spiral(30, generator, 3, 0.1, dtype) },
        { "moons", (generator, dtype) => ToySets.Moons(30, generator, 0.1, dtype) },
        { "gaussians", (generator, dtype) => ToySets.Gaussians(30, generator, 3, dtype: dtype) },
        { "sine", (generator, dtype) => ToySets.Sine(30, generator, 0.1, dtype) },
        { "linear", (generator, dtype) => ToySets.Linear(30, [3, 2], generator, dtype: dtype) },
    };

    [Theory]
    [MemberData(nameof(Sets))]
    public void A_seed_makes_a_set_and_another_seed_another(string name, Func<Generator, DType, Dataset> make)
    {
        Assert.NotEmpty(name);
        float[] features = make(new Generator(1), DType.Float32).Features.ToArray<float>();
        Assert.Equal(features, make(new Generator(1), DType.Float32).Features.ToArray<float>());
        Assert.NotEqual(features, make(new Generator(2), DType.Float32).Features.ToArray<float>());
        Assert.Equal(features, make(new Generator(1), DType.Float64).Features.ToArray<double>().Select(value => (float)value));
    }

    [Fact]
    public void Exclusive_or_is_1_where_its_inputs_differ()
    {
        Dataset set = ToySets.Xor(DType.Float64);
        for (int row = 0; row < 4; row++) Assert.Equal(set.Features[row, 0] == set.Features[row, 1] ? 0 : 1, set.Targets[row, 0]);
    }

    [Fact]
    public void The_circle_s_classes_are_parted_by_their_radius()
    {
        Dataset set = ToySets.Circle(200, new Generator(3), dtype: DType.Float64);
        for (int row = 0; row < set.Count; row++)
        {
            double radius = double.Hypot(set.Features[row, 0], set.Features[row, 1]);
            if (set.Targets[row] == 0) Assert.InRange(radius, 0, 0.5);
            else Assert.InRange(radius, 0.75 - 1e-12, 1);
        }
    }

    [Fact]
    public void Moons_lie_on_half_circles_around_their_centers()
    {
        Dataset set = ToySets.Moons(50, new Generator(4), dtype: DType.Float64);
        for (int row = 0; row < set.Count; row++)
        {
            bool second = set.Targets[row] == 1;
            (double x, double y) = (set.Features[row, 0] - (second ? 1 : 0), set.Features[row, 1] - (second ? 0.5 : 0));
            Assert.Equal(1, double.Hypot(x, y), 12);
            Assert.True(second ? y < 1e-12 : y > -1e-12);
        }
    }

    [Fact]
    public void A_spiral_s_arms_reach_from_the_origin_to_radius_1()
    {
        Dataset set = ToySets.Spiral(7, new Generator(5), classes: 2, dtype: DType.Float64);
        Assert.Equal(0, double.Hypot(set.Features[0, 0], set.Features[0, 1]), 12);
        Assert.Equal(1, double.Hypot(set.Features[6, 0], set.Features[6, 1]), 12);
        Assert.Equal(1, double.Hypot(set.Features[5, 0], set.Features[5, 1]), 12);
    }

    [Fact]
    public void Clouds_of_no_width_are_their_centers()
    {
        Dataset set = ToySets.Gaussians(4, new Generator(6), classes: 4, standardDeviation: 0, dtype: DType.Float64);
        double[] expected = [1, 0, 0, 1, -1, 0, 0, -1];
        Assert.All(set.Features.ToArray<double>().Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 12));
    }

    [Fact]
    public void Targets_of_functions_are_the_functions_of_the_features()
    {
        Dataset sine = ToySets.Sine(20, new Generator(7), dtype: DType.Float64);
        Dataset linear = ToySets.Linear(20, [3, 2], new Generator(8), -5, 5, dtype: DType.Float64);
        for (int row = 0; row < 20; row++)
        {
            Assert.InRange(sine.Features[row, 0], -Math.PI, Math.PI);
            Assert.Equal(Math.Sin(sine.Features[row, 0]), sine.Targets[row, 0], 12);
            Assert.InRange(linear.Features[row, 1], -5, 5);
            Assert.Equal((3 * linear.Features[row, 0]) + (2 * linear.Features[row, 1]), linear.Targets[row, 0], 12);
        }
    }

    [Fact]
    public void Classes_are_as_many_as_asked_for_and_even()
    {
        long[] labels = ToySets.Spiral(31, new Generator(9), classes: 3).Targets.ToArray<long>();
        Assert.Equal([11, 10, 10], labels.CountBy(label => label).OrderBy(entry => entry.Key).Select(entry => entry.Value));
        Assert.Throws<ArgumentOutOfRangeException>(() => ToySets.Spiral(2, new Generator(9), classes: 3));
    }
}
