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

    /// <summary>Whether a name is one of an initialiser: auto, xavier, he, zeros, or normal:STD with a deviation above 0.</summary>
    public static bool IsInitializer(string name) => name is "auto" or "xavier" or "he" or "zeros" || TryStandardDeviation(name, out _);

    /// <summary>An activation layer by its name.</summary>
    /// <exception cref="ArgumentException">There is no such activation.</exception>
    public static Module Activation(string name) => Choices.Get(ActivationLayers, "activation", name)();

    /// <summary>A network with hidden layers as the settings have them, and a linear output layer.</summary>
    /// <param name="inputs">The number of inputs.</param>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="settings">The hidden layers, activation, initialiser, dropout and element type.</param>
    /// <param name="generator">Draws the initial weights.</param>
    /// <param name="dropout">Draws the units that dropout drops.</param>
    /// <exception cref="ArgumentException">A name in the settings is unknown, or a number impossible.</exception>
    public static Sequential Build(int inputs, int outputs, TrainingSettings settings, Generator generator, Generator dropout)
    {
        Require(settings);
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

    /// <summary>Refuses numbers that no network can have.</summary>
    /// <exception cref="ArgumentException">The settings have such a number.</exception>
    internal static void Require(TrainingSettings settings)
    {
        foreach (int units in settings.Hidden)
        {
            if (units < 1) throw new ArgumentException($"a hidden layer cannot have {units} units: give 1 or more");
        }

        if (settings.Dropout is not (>= 0 and < 1))
        {
            string dropout = settings.Dropout.ToString(CultureInfo.InvariantCulture);
            throw new ArgumentException($"a dropout of {dropout} is impossible: give a probability from 0 up to but without 1");
        }

        if (!settings.DType.IsFloatingPoint) throw new ArgumentException($"weights cannot be {settings.DType}: use float32 or float64");
    }

    /// <summary>The layers of a network in a line, such as <c>Linear(7 → 8) → Relu → Linear(8 → 3)</c>.</summary>
    internal static string Describe(Sequential network) => string.Join(" → ", network.Children.Select(child => child.Module.ToString()));

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
            _ => throw new ArgumentException(
                $"no initialiser is called {Quoted.Text(name)}: use auto, xavier, he, zeros, or normal:STD such as normal:0.1"),
        };
    }

    private static bool TryStandardDeviation(string name, out double deviation)
    {
        const string prefix = "normal:";
        deviation = 0;
        return name.StartsWith(prefix, StringComparison.Ordinal)
            && double.TryParse(name.AsSpan(prefix.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out deviation)
            && double.IsFinite(deviation) && deviation > 0;
    }
}
