namespace Denpa.Tables;

/// <summary>
/// Probabilities made as sure as they are right on rows that were held out: logits are divided by one temperature, which leaves the likeliest
/// class as it was (Guo, Pleiss, Sun and Weinberger, "On calibration of modern neural networks", ICML 2017).
/// </summary>
internal static class TemperatureScaling
{
    /// <summary>Of fewer rows a temperature would say more of chance than of the network.</summary>
    private const int FewestRows = 50;

    // The log loss is convex in one over the temperature, so a search by sections finds its only minimum.
    private const double LeastTemperature = 0.1;
    private const double GreatestTemperature = 20;
    private const int Sections = 60;

    /// <summary>The temperature at which the log loss of some rows is least; 1 where they are too few.</summary>
    /// <param name="outputs">Logits, [rows, outputs]: of the second class where there is one output.</param>
    /// <param name="labels">The class of each row.</param>
    public static double Of(Tensor outputs, long[] labels)
    {
        if (labels.Length < FewestRows) return 1;
        double[] logits = outputs.To(DType.Float64).ToArray<double>();
        int width = outputs.Shape[1];
        (double low, double high) = (1 / GreatestTemperature, 1 / LeastTemperature);
        double golden = (Math.Sqrt(5) - 1) / 2;
        (double left, double right) = (high - (golden * (high - low)), low + (golden * (high - low)));
        (double ofLeft, double ofRight) = (Loss(left), Loss(right));
        for (int section = 0; section < Sections; section++)
        {
            if (ofLeft < ofRight)
            {
                (high, right, ofRight) = (right, left, ofLeft);
                left = high - (golden * (high - low));
                ofLeft = Loss(left);
            }
            else
            {
                (low, left, ofLeft) = (left, right, ofRight);
                right = low + (golden * (high - low));
                ofRight = Loss(right);
            }
        }

        return 2 / (low + high);

        double Loss(double sharpness)
        {
            double sum = 0;
            for (int row = 0; row < labels.Length; row++)
            {
                sum += width == 1
                    ? Softplus((labels[row] == 1 ? -1 : 1) * sharpness * logits[row])
                    : OfClasses(logits.AsSpan(row * width, width), (int)labels[row], sharpness);
            }

            return sum;
        }
    }

    /// <summary>Divides the logits of every member of a network by a temperature.</summary>
    public static void Apply(Sequential network, double temperature)
    {
        foreach (Sequential member in TableNetwork.MembersOf(network))
        {
            foreach (Parameter parameter in member.Layers[^1].Parameters) parameter.Assign(parameter.Value / temperature);
        }
    }

    private static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));

    private static double OfClasses(ReadOnlySpan<double> logits, int label, double sharpness)
    {
        double largest = double.NegativeInfinity;
        foreach (double logit in logits) largest = Math.Max(largest, sharpness * logit);
        double sum = 0;
        foreach (double logit in logits) sum += Math.Exp((sharpness * logit) - largest);
        return largest + Math.Log(sum) - (sharpness * logits[label]);
    }
}
