using static System.FormattableString;

namespace Denpa;

/// <summary>
/// The exponential linear unit, y = x where x > 0, else alpha · (eˣ − 1) (Clevert, Unterthiner and Hochreiter, ICLR 2016).
/// </summary>
/// <param name="alpha">What the negative side tends to, negated.</param>
public sealed class Elu(double alpha = 1) : Activation(x => x.Elu(alpha), Invariant($"alpha {alpha}"))
{
    /// <summary>The alpha.</summary>
    public override IReadOnlyDictionary<string, double> Attributes { get; } = new Dictionary<string, double> { ["alpha"] = alpha };
}
