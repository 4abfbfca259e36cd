namespace Denpa;

/// <summary>The self-regularised unit, y = x · tanh(softplus(x)) (Misra, "Mish", BMVC 2020).</summary>
public sealed class Mish() : Activation(x => x.Mish());
