namespace Denpa;

/// <summary>The hyperbolic tangent, between −1 and 1.</summary>
public sealed class Tanh() : Activation(x => x.Tanh());
