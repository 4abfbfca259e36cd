using static System.FormattableString;

namespace Denpa;

/// <summary>How a network fared with a batch: each layer's numbers, and what is wrong with them.</summary>
/// <param name="Layers">The layers in the order in which the model holds them.</param>
public sealed record HealthReport(IReadOnlyList<LayerHealth> Layers)
{
    /// <summary>
    /// Gradients that have this part of the size they had at the last layer, or less, have vanished; those that have grown by as much
    /// have exploded.
    /// </summary>
    private const double Vanished = 1e-3;

    /// <summary>From this share of flat outputs on a layer is called saturated.</summary>
    private const double Saturated = 0.5;

    /// <summary>From this share of dead units on they are worth a word.</summary>
    private const double Dead = 0.1;

    /// <summary>What is wrong, layer by layer; nothing in a healthy network.</summary>
    public IReadOnlyList<HealthFinding> Findings => [.. Layers.SelectMany(Examine)];

    private IEnumerable<HealthFinding> Examine(LayerHealth layer)
    {
        if (!layer.IsFinite)
        {
            string what = double.IsFinite(layer.OutputDeviation) ? "gradients" : "outputs";
            yield return Finding(
                HealthProblem.NonFinite, $"its {what} are not finite: try a smaller learning rate, or inputs scaled to about ±1");
            yield break;
        }

        if (layer.HasParameters && GradientRatio(layer) is { } ratio)
        {
            string reach = Invariant($"gradients reach it at {ratio:G2} of their size at the last layer");
            if (ratio < Vanished)
                yield return Finding(HealthProblem.Vanishing, $"{reach}: try relu, other initial weights, or fewer layers");
            if (ratio > 1 / Vanished)
                yield return Finding(HealthProblem.Exploding, $"{reach}: try smaller initial weights, or clipped gradients");
        }

        if (layer.SaturatedShare >= Saturated)
        {
            string share = Invariant($"{layer.SaturatedShare * 100:0} % of its outputs are where it is flat");
            yield return Finding(HealthProblem.Saturated, $"{share}: try a smaller learning rate, smaller initial weights, or relu");
        }

        if (layer.DeadUnits >= Math.Max(1, Dead * layer.Units))
        {
            string share = $"{layer.DeadUnits} of {layer.Units} units let no gradient through for any row";
            yield return Finding(HealthProblem.Dead, $"{share}: try a smaller learning rate, or leaky-relu");
        }

        HealthFinding Finding(HealthProblem problem, string text) => new(layer, problem, text);
    }

    private double? GradientRatio(LayerHealth layer)
    {
        LayerHealth? last = Layers.LastOrDefault(other => other.GradientNorm is not null);
        return last is { GradientNorm: > 0 and < double.PositiveInfinity } ? layer.GradientNorm / last.GradientNorm : null;
    }
}
