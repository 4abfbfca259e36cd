using System.Globalization;

namespace Denpa;

/// <summary>Training ran away: the loss or a gradient is not finite, or the loss grew a million-fold.</summary>
public sealed class DivergenceException : DenpaException
{
    internal DivergenceException(int epoch, int step, double loss, double learningRate, bool exploded, Origin origin)
        : base(Text(epoch, step, loss, learningRate, exploded, origin))
    {
        (Epoch, Step, Loss, Op, IsDerivative) = (epoch, step, loss, origin.Op, origin.IsDerivative);
        if (!string.IsNullOrEmpty(origin.Layer)) NoteLayer(origin.Layer);
    }

    /// <summary>The epoch, from 1.</summary>
    public int Epoch { get; }

    /// <summary>The step in the epoch, from 1. Its update was not made.</summary>
    public int Step { get; }

    /// <summary>The step's loss.</summary>
    public double Loss { get; }

    /// <summary>
    /// The first op with finite inputs and an output that is not; while all are finite, the op in a layer with the largest output.
    /// Null when the batch itself or a parameter was not finite.
    /// </summary>
    public string? Op { get; }

    /// <summary>Whether the op ran in back propagation.</summary>
    public bool IsDerivative { get; }

    private static string Text(int epoch, int step, double loss, double learningRate, bool exploded, Origin origin)
    {
        string what = (double.IsFinite(loss), exploded) switch
        {
            (false, _) => string.Create(CultureInfo.InvariantCulture, $"the loss is {loss}"),
            (true, true) => string.Create(CultureInfo.InvariantCulture, $"the loss has grown a million-fold, to {loss:G6}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"a gradient is not finite, though the loss is {loss:G6}"),
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"training diverged in epoch {epoch}, step {step}: {what}; try a learning rate below {learningRate:G6}, inputs scaled to " +
            $"about ±1, or clipped gradients; {origin.Text}");
    }

    /// <summary>Where the first number that is not finite came from.</summary>
    internal sealed record Origin(string Text, string? Op = null, string? Layer = null, bool IsDerivative = false);
}
