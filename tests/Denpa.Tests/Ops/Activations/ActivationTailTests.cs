namespace Denpa.Tests;

/// <summary>
/// What activations and their first two derivatives tend to far from zero, and how well their tails are told on the way there.
/// </summary>
public sealed class ActivationTailTests
{
    private const double Infinity = double.PositiveInfinity;

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Activations = new()
    {
        ["sigmoid"] = x => x.Sigmoid(),
        ["tanh"] = x => x.Tanh(),
        ["softplus"] = x => x.Softplus(),
        ["silu"] = x => x.Silu(),
        ["gelu"] = x => x.Gelu(),
        ["gelu tanh"] = x => x.GeluTanh(),
        ["elu"] = x => x.Elu(0.7),
        ["selu"] = x => x.Selu(),
        ["mish"] = x => x.Mish(),
        ["relu"] = x => x.Relu(),
        ["leaky relu"] = x => x.LeakyRelu(0.25),
        ["leaky relu without a slope"] = x => x.LeakyRelu(0),
        ["erf"] = x => x.Erf(),
    };

    /// <summary>Values by mpmath at eighty digits: a name, x, and the function with its first two derivatives there.</summary>
    [Theory]
    [InlineData("sigmoid", -0.5, 3.77540668798E-1, 2.35003712202E-1, 5.75567948523E-2)]
    [InlineData("sigmoid", -5, 6.69285092428E-3, 6.64805667079E-3, 6.55906776632E-3)]
    [InlineData("sigmoid", -12, 6.14417460221E-6, 6.14413685133E-6, 6.14406135003E-6)]
    [InlineData("sigmoid", -17, 4.13993754739E-8, 4.139937376E-8, 4.13993703322E-8)]
    [InlineData("sigmoid", -88, 6.0546018954E-39, 6.0546018954E-39, 6.0546018954E-39)]
    [InlineData("sigmoid", -104, 6.81355682155E-46, 6.81355682155E-46, 6.81355682155E-46)]
    [InlineData("tanh", -0.5, -4.6211715726E-1, 7.86447732966E-1, 7.26861981384E-1)]
    [InlineData("tanh", -5, -9.99909204263E-1, 1.81583230944E-4, 3.63133487921E-4)]
    [InlineData("softplus", -0.5, 4.7407698418E-1, 3.77540668798E-1, 2.35003712202E-1)]
    [InlineData("softplus", -5, 6.71534848912E-3, 6.69285092428E-3, 6.64805667079E-3)]
    [InlineData("softplus", -12, 6.14419347773E-6, 6.14417460221E-6, 6.14413685133E-6)]
    [InlineData("softplus", -17, 4.13993763309E-8, 4.13993754739E-8, 4.139937376E-8)]
    [InlineData("softplus", -88, 6.0546018954E-39, 6.0546018954E-39, 6.0546018954E-39)]
    [InlineData("softplus", -104, 6.81355682155E-46, 6.81355682155E-46, 6.81355682155E-46)]
    [InlineData("silu", -0.5, -1.88770334399E-1, 2.60038812697E-1, 4.41229026977E-1)]
    [InlineData("silu", -5, -3.34642546214E-2, -2.65474324297E-2, -1.949922549E-2)]
    [InlineData("silu", -12, -7.37300952266E-5, -6.75854676138E-5, -6.14404624977E-5)]
    [InlineData("silu", -17, -7.03789383057E-7, -6.62389978447E-7, -6.20990548128E-7)]
    [InlineData("silu", -88, -5.32804966795E-37, -5.267503649E-37, -5.20695763005E-37)]
    [InlineData("silu", -104, -7.08609909441E-44, -7.01796352619E-44, -6.94982795798E-44)]
    [InlineData("gelu", -0.5, -1.54268769363E-1, 1.32504875344E-1, 6.16114321838E-1)]
    [InlineData("gelu", -5, -1.4332578594E-6, -7.14694600179E-6, -3.41945488389E-5)]
    [InlineData("gelu", -12, -2.13177853449E-32, -2.55789566167E-31, -3.04786490464E-30)]
    [InlineData("gelu", -17, -6.98019354357E-64, -1.18660496663E-62, -2.01020027255E-61)]
    [InlineData("gelu tanh", -0.5, -1.54285990175E-1, 1.32630096465E-1, 6.15506895116E-1)]
    [InlineData("gelu tanh", -5, -2.29179619663E-7, -1.54636198753E-6, -9.934132225E-6)]
    [InlineData("gelu tanh", -12, -1.63598544935E-61, -5.29040335252E-60, -1.70237932074E-58)]
    [InlineData("elu", -0.5, -2.75428538201E-1, 4.24571461799E-1, 4.24571461799E-1)]
    [InlineData("elu", -5, -6.95283437101E-1, 4.71656289936E-3, 4.71656289936E-3)]
    [InlineData("elu", -12, -6.99995699051E-1, 4.30094864733E-6, 4.30094864733E-6)]
    [InlineData("elu", -17, -6.9999997102E-1, 2.89795640315E-8, 2.89795640315E-8)]
    [InlineData("elu", -88, -7.0E-1, 4.23822132678E-39, 4.23822132678E-39)]
    [InlineData("elu", -104, -7.0E-1, 4.76948977508E-46, 4.76948977508E-46)]
    [InlineData("mish", -0.5, -2.20743774652E-1, 2.89510677914E-1, 5.63970923113E-1)]
    [InlineData("mish", -5, -3.35762377302E-2, -2.67474980199E-2, -1.98506782626E-2)]
    [InlineData("mish", -12, -7.37303217319E-5, -6.75859017461E-5, -6.14412930037E-5)]
    [InlineData("mish", -17, -7.03789397625E-7, -6.62390006726E-7, -6.20990602973E-7)]
    [InlineData("mish", -88, -5.32804966795E-37, -5.267503649E-37, -5.20695763005E-37)]
    [InlineData("mish", -104, -7.08609909441E-44, -7.01796352619E-44, -6.94982795798E-44)]
    [InlineData("selu", -0.5, -6.91758187803E-1, 1.06634115304E0, 1.06634115304E0)]
    [InlineData("selu", -5, -1.74625336067E0, 1.18459801778E-2, 1.18459801778E-2)]
    [InlineData("selu", -12, -1.75808853871E0, 1.08021356884E-5, 1.08021356884E-5)]
    [InlineData("selu", -17, -1.75809926806E0, 7.27842177455E-8, 7.27842177455E-8)]
    [InlineData("selu", -88, -1.75809934085E0, 1.06445916014E-38, 1.06445916014E-38)]
    [InlineData("erf", -0.5, -5.20499877813E-1, 8.78782578935E-1, 8.78782578935E-1)]
    [InlineData("erf", -5, -9.99999999998E-1, 1.5670866531E-11, 1.5670866531E-10)]
    public void A_tail_keeps_its_digits(string name, double x, double value, double first, double second)
    {
        Assert.Equal(value, Derivatives(name, x, DType.Float64).Value, 1e-11 * Math.Abs(value));
        Assert.Equal(first, Derivatives(name, x, DType.Float64).First, 1e-11 * Math.Abs(first));
        Assert.Equal(second, Derivatives(name, x, DType.Float64).Second, 1e-11 * Math.Abs(second));
        Assert.Equal(value, Derivatives(name, x, DType.Float32).Value, (1e-5 * Math.Abs(value)) + float.Epsilon);
        if (name == "tanh") return;
        Assert.Equal(first, Derivatives(name, x, DType.Float32).First, (1e-5 * Math.Abs(first)) + float.Epsilon);
        Assert.Equal(second, Derivatives(name, x, DType.Float32).Second, (1e-5 * Math.Abs(second)) + 1e-38);
    }

    /// <summary>The value and the first derivative on the left, then on the right; null for a value that is the argument.</summary>
    [Theory]
    [InlineData("sigmoid", 0.0, 0, 1.0, 0)]
    [InlineData("tanh", -1.0, 0, 1.0, 0)]
    [InlineData("softplus", 0.0, 0, null, 1)]
    [InlineData("silu", 0.0, 0, null, 1)]
    [InlineData("gelu", 0.0, 0, null, 1)]
    [InlineData("mish", 0.0, 0, null, 1)]
    [InlineData("gelu tanh", 0.0, 0, null, 1)]
    [InlineData("elu", -0.7, 0, null, 1)]
    [InlineData("relu", 0.0, 0, null, 1)]
    [InlineData("leaky relu without a slope", 0.0, 0, null, 1)]
    [InlineData("erf", -1.0, 0, 1.0, 0)]
    public void Far_out_it_is_what_it_tends_to(string name, double? left, double leftSlope, double? right, double rightSlope)
    {
        foreach (double x in (double[])[1e4, 1e20, float.MaxValue, Infinity])
        {
            foreach (DType dtype in (DType[])[DType.Float32, DType.Float64])
            {
                AssertIs(left ?? -x, leftSlope, Derivatives(name, -x, dtype), dtype);
                AssertIs(right ?? x, rightSlope, Derivatives(name, x, dtype), dtype);
            }
        }
    }

    [Fact]
    public void What_is_not_a_number_stays_none_with_its_derivative()
    {
        foreach (string name in Activations.Keys.Except(["relu", "leaky relu", "leaky relu without a slope"]))
        {
            (double value, double first, _) = Derivatives(name, double.NaN, DType.Float32);
            Assert.Equal((double.NaN, double.NaN), (value, first));
        }
    }

    [Theory]
    [InlineData("silu", 0.5)]
    [InlineData("gelu", 0.5)]
    [InlineData("gelu tanh", 0.5)]
    public void Around_zero_a_subnormal_argument_is_halved(string name, double slope)
    {
        foreach (double x in (double[])[4e-40, -4e-40, 0, -0.0])
        {
            (double value, double first, _) = Derivatives(name, x, DType.Float32);
            Assert.Equal((double)(float)x * 0.5, value, float.Epsilon);
            Assert.Equal(slope, first);
        }
    }

    private static void AssertIs(double value, double first, (double Value, double First, double Second) found, DType dtype)
    {
        double rounded = dtype == DType.Float32 ? (float)value : value;
        Assert.Equal((rounded, first, 0.0), (found.Value, Math.Abs(found.First), Math.Abs(found.Second)));
    }

    private static (double Value, double First, double Second) Derivatives(string name, double x, DType dtype)
    {
        Tensor argument = Tensor.Full([3], x, dtype).Watch();
        Tensor value = Activations[name](argument);
        Tensor first = value.Backward(Tensor.Ones([3], dtype), createGraph: true)[argument];
        Tensor? second = first.IsTracked ? first.Backward(Tensor.Ones([3], dtype)).TryGet(argument) : null;
        return (value[2], first[2], second?[2] ?? 0);
    }
}
