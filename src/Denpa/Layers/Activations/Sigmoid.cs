namespace Denpa;

/// <summary>The logistic function, y = 1 / (1 + e⁻ˣ), between 0 and 1.</summary>
public sealed class Sigmoid() : Activation(x => x.Sigmoid());
