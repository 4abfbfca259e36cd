namespace Denpa;

/// <summary>
/// Heaviside's step function, y = 1 where x > 0, else 0: the perceptron's activation. Its derivative is 0 everywhere, so nothing learns
/// through it.
/// </summary>
public sealed class Heaviside() : Activation(x => x.Heaviside());
