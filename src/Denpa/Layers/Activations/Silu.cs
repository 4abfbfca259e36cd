namespace Denpa;

/// <summary>The sigmoid-weighted linear unit, also called swish, y = x · sigmoid(x) (Elfwing, Uchibe and Doya, 2017).</summary>
public sealed class Silu() : Activation(x => x.Silu());
