namespace Denpa;

/// <summary>The rectified linear unit, y = max(x, 0).</summary>
public sealed class Relu() : Activation(x => x.Relu());
