namespace Denpa;

/// <summary>
/// The unit step, y = 1 where x > 0, else 0: the perceptron's activation. Its derivative is 0 everywhere, so nothing learns
/// through it.
/// </summary>
public sealed class Step() : Activation(x => x.Step());
