namespace Denpa;

/// <summary>What can be wrong with a layer.</summary>
public enum HealthProblem
{
    /// <summary>Outputs or gradients are NaN or infinite.</summary>
    NonFinite,

    /// <summary>Gradients have all but gone on their way back.</summary>
    Vanishing,

    /// <summary>Gradients have grown beyond measure on their way back.</summary>
    Exploding,

    /// <summary>A sigmoid or tanh works where it is flat.</summary>
    Saturated,

    /// <summary>Units let no gradient through for any sample.</summary>
    Dead,
}

/// <summary>Something that is wrong with a layer.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Text">The numbers, and what to try.</param>
public sealed record HealthFinding(LayerHealth Layer, HealthProblem Problem, string Text);
