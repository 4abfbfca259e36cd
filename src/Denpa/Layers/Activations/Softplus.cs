namespace Denpa;

/// <summary>A smooth ReLU, y = log(1 + eˣ).</summary>
public sealed class Softplus() : Activation(x => x.Softplus());
