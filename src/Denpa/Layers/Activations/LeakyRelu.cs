using static System.FormattableString;

namespace Denpa;

/// <summary>ReLU with a slope on the negative side, y = x where x > 0, else slope · x (Maas, Hannun and Ng, ICML 2013).</summary>
/// <param name="slope">The slope on the negative side.</param>
public sealed class LeakyRelu(double slope = 0.01) : Activation(x => x.LeakyRelu(slope), Invariant($"slope {slope}"))
{
    /// <summary>The slope.</summary>
    public override IReadOnlyDictionary<string, double> Attributes { get; } = new Dictionary<string, double> { ["slope"] = slope };
}
