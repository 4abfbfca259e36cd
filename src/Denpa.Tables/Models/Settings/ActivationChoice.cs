namespace Denpa.Tables;

/// <summary>An activation of hidden layers that settings can name.</summary>
public sealed class ActivationChoice : Choice
{
    private readonly Func<Activation> make;

    private ActivationChoice(string name, string summary, string initializer, Func<Activation> make)
        : base(name, summary) => (Initializer, this.make) = (initializer, make);

    /// <summary>The activations.</summary>
    public static IReadOnlyList<ActivationChoice> All { get; } =
    [
        new("relu", "max(x, 0)", "he", () => new Relu()),
        new("sigmoid", "1 / (1 + e⁻ˣ)", "xavier", () => new Sigmoid()),
        new("tanh", "the hyperbolic tangent", "xavier", () => new Tanh()),
        new("leaky-relu", "x above 0, x / 100 below", "he", () => new LeakyRelu()),
        new("elu", "x above 0, eˣ − 1 below", "he", () => new Elu()),
        new("gelu", "x · Φ(x), with the normal distribution", "he", () => new Gelu()),
        new("silu", "x · sigmoid(x)", "he", () => new Silu()),
        new("selu", "1.05 x above 0, 1.76 (eˣ − 1) below, which keeps mean and variance", "he", () => new Selu()),
        new("mish", "x · tanh(softplus(x))", "he", () => new Mish()),
        new("softplus", "log(1 + eˣ)", "he", () => new Softplus()),
        new("identity", "x itself", "xavier", () => new Identity()),
        new("step", "0 or 1, which passes no gradient back", "xavier", () => new Heaviside()),
    ];

    /// <summary>The initialiser of the weights before it when settings leave that open.</summary>
    internal string Initializer { get; }

    /// <summary>The activation that settings name.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    internal static ActivationChoice Of(TrainingSettings settings) => All.Named(settings.Activation, "activation");

    /// <summary>A layer of it.</summary>
    internal Activation Create() => make();
}
