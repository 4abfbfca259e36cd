namespace Denpa.Tables;

/// <summary>What metrics need of a network's outputs for classes, gathered some rows at a time.</summary>
/// <param name="known">The number of classes that the network tells apart; a label from there on is of a class it cannot know.</param>
/// <param name="labels">The class of each row.</param>
internal sealed class ClassScores(int known, long[] labels)
{
    private readonly List<long> likeliest = new(labels.Length);
    private readonly double[] confidences = new double[labels.Length];
    private readonly List<double> scores = [];
    private double losses;

    /// <summary>The likeliest class of each row.</summary>
    public IReadOnlyList<long> Likeliest => likeliest;

    /// <summary>The mean log loss of the rows whose class the network knows.</summary>
    public double LogLoss => losses / labels.Count(label => label < known);

    /// <summary>The expected calibration error of all rows.</summary>
    public double CalibrationError =>
        ExpectedCalibrationError.Of(confidences, [.. likeliest.Select((predicted, row) => predicted == labels[row])]);

    /// <summary>The area under the curve of two classes, over the rows of these.</summary>
    public double AreaUnderCurve => Denpa.AreaUnderCurve.Of([.. scores], Array.FindAll(labels, label => label < known));

    /// <summary>Takes the outputs of the next rows.</summary>
    /// <param name="outputs">Outputs, [rows, outputs].</param>
    public void Add(Tensor outputs)
    {
        int start = likeliest.Count;
        likeliest.AddRange(TablePredictions.Likeliest(outputs));
        ExpectedCalibrationError.Confidences(outputs).CopyTo(confidences, start);
        long[] here = labels[start..likeliest.Count];
        int[] rows = [.. Enumerable.Range(0, here.Length).Where(row => here[row] < known)];
        if (outputs.Shape[1] == 1) scores.AddRange(rows.Select(outputs.ElementAt));
        if (rows.Length == 0) return;
        Tensor of = rows.Length == here.Length ? outputs : Tensor.Concatenate([.. rows.Select(row => outputs.Rows(row..(row + 1)))]);
        long[] classes = Array.FindAll(here, label => label < known);
        losses += Metric.LogLoss.Measure(of, Tensor.Wrap(classes, [classes.Length])) * classes.Length;
    }
}
