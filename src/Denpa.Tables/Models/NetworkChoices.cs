using System.Globalization;

namespace Denpa.Tables;

/// <summary>What a network can be built from, by the names that the command line uses.</summary>
public static class NetworkChoices
{
    private static readonly OrderedDictionary<string, Func<Module>> ActivationLayers = new()
    {
        ["relu"] = () => new Relu(),
        ["sigmoid"] = () => new Sigmoid(),
        ["tanh"] = () => new Tanh(),
        ["leaky-relu"] = () => new LeakyRelu(),
        ["elu"] = () => new Elu(),
        ["gelu"] = () => new Gelu(),
        ["silu"] = () => new Silu(),
        ["softplus"] = () => new Softplus(),
        ["identity"] = () => new Identity(),
        ["step"] = () => new Step(),
    };

    private static readonly string[] RectifierLike = ["relu", "leaky-relu", "elu", "gelu", "silu", "softplus"];

    /// <summary>The names of the activations.</summary>
    public static IReadOnlyCollection<string> Activations => ActivationLayers.Keys;

    /// <summary>A network with hidden layers as the settings have them, and a linear output layer.</summary>
    /// <param name="inputs">The number of inputs.</param>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="settings">The hidden layers, activation, initialiser, dropout, seed and element type.</param>
    /// <param name="generator">Draws the initial weights.</param>
    /// <param name="dropout">Draws the units that dropout drops.</param>
    /// <exception cref="ArgumentException">A name in the settings is unknown.</exception>
    public static Sequential Build(int inputs, int outputs, TrainingSettings settings, Generator generator, Generator dropout)
    {
        List<Module> layers = [];
        int width = inputs;
        foreach (int units in settings.Hidden)
        {
            layers.Add(new Linear(width, units, generator, dtype: settings.DType, weightInitializer: HiddenInitializer(settings)));
            layers.Add(Activation(settings.Activation));
            if (settings.Dropout > 0) layers.Add(new Dropout(settings.Dropout, dropout));
            width = units;
        }

        layers.Add(new Linear(width, outputs, generator, dtype: settings.DType, weightInitializer: Initializer(settings, "xavier")));
        return new Sequential(layers);
    }

    /// <summary>An activation layer by its name.</summary>
    /// <exception cref="ArgumentException">There is no such activation.</exception>
    public static Module Activation(string name) => Choices.Get(ActivationLayers, "activation", name)();

    private static Initializer HiddenInitializer(TrainingSettings settings) =>
        Initializer(settings, RectifierLike.Contains(settings.Activation) ? "he" : "xavier");

    private static Initializer Initializer(TrainingSettings settings, string automatic)
    {
        string name = settings.Initializer == "auto" ? automatic : settings.Initializer;
        return name switch
        {
            "xavier" => new XavierUniform(),
            "he" => new HeUniform(),
            "zeros" => ConstantInitializer.Zeros,
            _ when TryStandardDeviation(name, out double deviation) => new NormalInitializer(0, deviation),
            _ => throw new ArgumentException($"no initialiser is called \"{name}\": use auto, xavier, he, zeros, or normal:STD such as normal:0.1"),
        };
    }

    /// <summary>Whether a name is one of an initialiser.</summary>
    public static bool IsInitializer(string name) => name is "auto" or "xavier" or "he" or "zeros" || TryStandardDeviation(name, out _);

    private static bool TryStandardDeviation(string name, out double deviation)
    {
        const string prefix = "normal:";
        deviation = 0;
        return name.StartsWith(prefix, StringComparison.Ordinal)
            && double.TryParse(name.AsSpan(prefix.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out deviation)
            && double.IsFinite(deviation) && deviation > 0;
    }
}
