using static System.FormattableString;

namespace Denpa;

/// <summary>The softmax along an axis, yᵢ = eˣⁱ / Σⱼ eˣʲ: probabilities of classes. Losses take the logits before it.</summary>
/// <param name="axis">The axis of the classes.</param>
public sealed class Softmax(int axis = -1) : Activation(x => x.Softmax(axis), Invariant($"axis {axis}"))
{
    /// <summary>The axis.</summary>
    public override IReadOnlyDictionary<string, double> Attributes { get; } = new Dictionary<string, double> { ["axis"] = axis };
}
