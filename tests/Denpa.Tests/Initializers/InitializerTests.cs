using Denpa.Tests.Support;

namespace Denpa.Tests.Initializers;

public sealed class InitializerTests
{
    public static TheoryData<ReferenceInitializer> Cases => new(ReferenceFixtures.AllInitializers);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Bounds_and_deviations_are_PyTorchs(ReferenceInitializer reference)
    {
        Shape shape = new(reference.Shape);
        Tensor drawn = Make(reference).Create(shape, new Generator(9), DType.Float64);
        Tensor expected = reference.Bound is { } bound
            ? Tensor.Uniform(shape, new Generator(9), -bound, bound, DType.Float64)
            : Tensor.Normal(shape, new Generator(9), 0, reference.StandardDeviation!.Value, DType.Float64);
        TensorAssert.Close(expected, drawn, 1e-12, 1e-15);
    }

    [Fact]
    public void The_gain_of_relu_makes_up_for_half_the_mean_square()
    {
        Assert.Equal(2, Gain.Relu * Gain.Relu, 15);
        Assert.Equal(Gain.Relu, Gain.LeakyRelu(0));
        Assert.Equal(1, Gain.LeakyRelu(1));
    }

    [Fact]
    public void Through_layers_of_relu_He_keeps_the_mean_square_level()
    {
        Generator generator = new(4);
        Tensor signal = Tensor.Normal([64, 512], generator);
        for (int layer = 0; layer < 5; layer++)
        {
            signal = signal.MatMul(new HeNormal().Create([512, 512], generator), transposeRight: true).Relu();
        }

        Assert.InRange(signal.Square().Mean().Item(), 0.8, 1.25);
    }

    [Fact]
    public void Constants_draw_nothing()
    {
        Generator generator = new(4);
        TensorAssert.Holds(new ConstantInitializer(0.5).Create([2], generator), 0.5, 0.5);
        TensorAssert.Holds(ConstantInitializer.Zeros.Create([2], generator), 0, 0);
        Assert.Equal(new Generator(4).State, generator.State);
    }

    [Fact]
    public void Uniform_and_normal_draw_from_the_generator()
    {
        TensorAssert.Close(Tensor.Uniform([5], new Generator(4), 2, 3), new UniformInitializer(2, 3).Create([5], new Generator(4)), 0, 0);
        TensorAssert.Close(Tensor.Normal([5], new Generator(4), 2, 3), new NormalInitializer(2, 3).Create([5], new Generator(4)), 0, 0);
    }

    [Fact]
    public void A_shape_without_in_and_out_is_refused()
    {
        ShapeException refusal = Assert.Throws<ShapeException>(() => new XavierUniform().Create([3], new Generator(1)));
        Assert.Equal("initializer: [3] has no axes [out, in], so nothing says how many numbers go in and out", refusal.Message);
    }

    [Fact]
    public void Integers_are_refused() =>
        Assert.Throws<DTypeException>(() => new HeUniform().Create([3, 3], new Generator(1), DType.Int64));

    private static Initializer Make(ReferenceInitializer reference)
    {
        Fan fan = reference.Mode == "fan-out" ? Fan.Out : Fan.In;
        return reference.Initializer switch
        {
            "xavier-uniform" => new XavierUniform(reference.Gain),
            "xavier-normal" => new XavierNormal(reference.Gain),
            "he-uniform" => new HeUniform(reference.Gain, fan),
            "he-normal" => new HeNormal(reference.Gain, fan),
            _ => throw new ArgumentException($"no initializer is called {reference.Initializer}"),
        };
    }
}
