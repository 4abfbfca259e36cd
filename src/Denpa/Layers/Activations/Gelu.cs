namespace Denpa;

/// <summary>The Gaussian error linear unit, y = x · Φ(x) (Hendrycks and Gimpel, arXiv:1606.08415).</summary>
/// <param name="approximate">Whether Φ is taken by the paper's formula with tanh instead of exactly.</param>
public sealed class Gelu(bool approximate = false)
    : Activation(approximate ? x => x.GeluTanh() : x => x.Gelu(), approximate ? "by tanh" : "")
{
    /// <summary>Whether Φ is approximate.</summary>
    public override IReadOnlyDictionary<string, double> Attributes { get; } =
        new Dictionary<string, double> { ["approximate"] = approximate ? 1 : 0 };
}
