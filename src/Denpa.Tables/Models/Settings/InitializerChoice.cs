using System.Globalization;

namespace Denpa.Tables;

/// <summary>How weights begin, as settings can name it.</summary>
public sealed class InitializerChoice : Choice
{
    private const string Automatic = "auto";
    private const string Data = "data";
    private const string Normal = "normal:";
    private const string Deviation = "STD";

    private readonly Func<Initializer>? make;

    private InitializerChoice(string name, string summary, Func<Initializer>? make)
        : base(name, summary) => this.make = make;

    /// <summary>The initialisers; in normal:STD a number stands for STD.</summary>
    public static IReadOnlyList<InitializerChoice> All { get; } =
    [
        new(Automatic, "he before ReLU and its kin, else xavier", null),
        new("xavier", "uniform, by the inputs and outputs of a layer", () => new XavierUniform()),
        new("he", "uniform, by the inputs of a layer", () => new HeUniform()),
        new(Normal + Deviation, "normal, of a standard deviation above 0", null),
        new(Data, "normal, scaled until the training rows spread evenly over every unit", () => new NormalInitializer(0, 1)),
        new("zeros", "all 0", () => ConstantInitializer.Zeros),
    ];

    /// <summary>A name of its form that can be used as it is.</summary>
    internal string Example => Name.Replace(Deviation, "0.1", StringComparison.Ordinal);

    /// <summary>What to use, as a message says it.</summary>
    internal static string Usage { get; } = $"{string.Join(", ", All.Where(choice => choice.Example == choice.Name))}, or "
        + string.Join(", ", All.Where(choice => choice.Example != choice.Name).Select(choice => $"{choice} such as {choice.Example}"));

    /// <summary>Whether a name is one of an initialiser: auto, xavier, he, zeros, or normal:STD with a deviation above 0.</summary>
    internal static bool IsKnown(string name) => name == Automatic || Find(name) is not null;

    /// <summary>Whether the weights begin by what the training rows make of them.</summary>
    internal static bool IsByData(TrainingSettings settings) => settings.Initializer == Data;

    /// <summary>The initialiser that settings name.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="automatic">The name that auto stands for.</param>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    internal static Initializer Create(TrainingSettings settings, string automatic)
    {
        string name = settings.Initializer == Automatic ? automatic : settings.Initializer;
        return Find(name) ?? throw new ArgumentException($"no initialiser is called {Quoted.Text(name)}: use {Usage}");
    }

    private static Initializer? Find(string name) => TryDeviation(name, out double deviation)
        ? new NormalInitializer(0, deviation)
        : All.FirstOrDefault(choice => choice.Name == name)?.make?.Invoke();

    private static bool TryDeviation(string name, out double deviation)
    {
        deviation = 0;
        return name.StartsWith(Normal, StringComparison.Ordinal)
            && double.TryParse(name.AsSpan(Normal.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out deviation)
            && double.IsFinite(deviation) && deviation > 0;
    }
}
