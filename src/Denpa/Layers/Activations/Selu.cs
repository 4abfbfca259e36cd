namespace Denpa;

/// <summary>
/// The self-normalising exponential linear unit, y = λx where x > 0, else λα · (eˣ − 1), with λ = 1.0507… and α = 1.6732… (Klambauer,
/// Unterthiner, Mayr and Hochreiter, "Self-normalizing neural networks", NeurIPS 2017).
/// </summary>
public sealed class Selu() : Activation(x => x.Selu());
