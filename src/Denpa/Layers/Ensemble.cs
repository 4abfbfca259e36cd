using System.Globalization;

namespace Denpa;

/// <summary>What of its members' outputs an <see cref="Ensemble"/> takes the mean of.</summary>
public enum EnsembleMean
{
    /// <summary>The outputs themselves.</summary>
    Outputs,

    /// <summary>
    /// The probabilities that they are logits of: of the second of two classes where there is one output, else of all classes. The mean is
    /// given as logits again.
    /// </summary>
    Probabilities,
}

/// <summary>
/// Networks that answer as one: each is shown the same input, and the mean of their answers is given. Members that began or learned
/// differently err differently, and their mean errs less (Hansen and Salamon, "Neural network ensembles", 1990).
/// </summary>
public sealed class Ensemble : Layer
{
    private readonly EnsembleMean mean;

    /// <summary>An ensemble of networks, named 0, 1, 2, ….</summary>
    /// <param name="members">The networks, one or more, each from the same inputs to outputs of the same shape.</param>
    /// <param name="mean">What the mean is taken of.</param>
    /// <exception cref="ArgumentException">There is no member, or one is part of another module already.</exception>
    public Ensemble(IEnumerable<Layer> members, EnsembleMean mean = EnsembleMean.Outputs)
    {
        this.mean = mean;
        Members = [.. members.Select((member, i) => Register(i.ToString(CultureInfo.InvariantCulture), member))];
        if (Members.Count == 0) throw new ArgumentException("an ensemble needs a member", nameof(members));
    }

    /// <summary>The networks.</summary>
    public IReadOnlyList<Layer> Members { get; }

    /// <summary>Of what the mean is taken.</summary>
    public override IReadOnlyDictionary<string, double> Attributes => new Dictionary<string, double> { ["mean"] = (double)mean };

    /// <summary>Such as <c>Ensemble(5)</c>.</summary>
    public override string ToString() => $"Ensemble({Members.Count})";

    internal override IReadOnlyList<Layer> InnerLayers => Members;

    internal override Shape? OutputShape(Shape? input) => Members[0].OutputShape(input);

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input)
    {
        Tensor[] outputs = [.. Members.Select(member => member.Forward(input))];
        if (outputs.Length == 1) return outputs[0];
        if (mean == EnsembleMean.Outputs) return Mean(outputs);
        if (outputs[0].Shape[-1] > 1) return LogMean(Array.ConvertAll(outputs, output => output.LogSoftmax()));

        // log p = −softplus(−x) and log (1 − p) = −softplus(x), of which neither rounds to a probability of 0 or 1.
        Tensor second = LogMean(Array.ConvertAll(outputs, output => -(-output).Softplus()));
        Tensor first = LogMean(Array.ConvertAll(outputs, output => -output.Softplus()));
        return second - first;
    }

    private static Tensor Mean(Tensor[] outputs)
    {
        Tensor sum = outputs[0];
        for (int i = 1; i < outputs.Length; i++) sum += outputs[i];
        return sum / outputs.Length;
    }

    /// <summary>The logarithm of the mean of what these are logarithms of.</summary>
    private static Tensor LogMean(Tensor[] logarithms)
    {
        Tensor[] stacked = Array.ConvertAll(logarithms, each => each.Unsqueeze(0));
        return Tensor.Concatenate(stacked, 0).LogSumExp(0) - Math.Log(logarithms.Length);
    }
}
