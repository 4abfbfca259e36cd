namespace Denpa.Tables;

/// <summary>One of several things that settings name: what it is, and the numbers that it takes.</summary>
public abstract class Choice
{
    private protected Choice(string name, string summary, params IReadOnlyList<NumberDefault> defaults) =>
        (Name, Summary, Defaults) = (name, summary, defaults);

    /// <summary>The name that settings, model files and the command line use.</summary>
    public string Name { get; }

    /// <summary>What it is, in a few words.</summary>
    public string Summary { get; }

    /// <summary>The numbers of its own that it takes, and what they are when the settings leave them out.</summary>
    internal IReadOnlyList<NumberDefault> Defaults { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The number that the settings give, or the choice's own; null where it takes no such number.</summary>
    internal double? Number(NumberSetting number, TrainingSettings settings) =>
        DefaultOf(number) is { } own ? number.In(settings) ?? own : null;

    /// <summary>The choice's own number; null where it takes no such number.</summary>
    private protected double? DefaultOf(NumberSetting number)
    {
        foreach (NumberDefault own in Defaults)
        {
            if (own.Number == number) return own.Value;
        }

        return null;
    }
}

/// <summary>A number that a choice takes, and what it is when the settings leave it out.</summary>
internal readonly record struct NumberDefault(NumberSetting Number, double Value);
