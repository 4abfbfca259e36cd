namespace Denpa;

/// <summary>The input itself, y = x: what the output layer of a regression does.</summary>
public sealed class Identity() : Activation(x => x);
