using static System.FormattableString;

namespace Denpa;

/// <summary>The logarithm of the softmax along an axis, finite where the softmax itself rounds to 0.</summary>
/// <param name="axis">The axis of the classes.</param>
public sealed class LogSoftmax(int axis = -1) : Activation(x => x.LogSoftmax(axis), Invariant($"axis {axis}"))
{
    /// <summary>The axis.</summary>
    public override IReadOnlyDictionary<string, double> Attributes { get; } = new Dictionary<string, double> { ["axis"] = axis };
}
