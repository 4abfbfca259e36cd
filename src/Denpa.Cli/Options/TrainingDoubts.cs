using System.Globalization;
using Denpa.Tables;

namespace Denpa.Cli.Options;

/// <summary>What is allowed and hardly meant, before a training: a sentence for each.</summary>
internal static class TrainingDoubts
{
    /// <summary>More different numbers are hardly the names of classes.</summary>
    private const int MostNumbersAsClasses = 20;

    /// <summary>How far from an optimizer's own learning rate another makes no sense.</summary>
    private const double Farthest = 1000;
    private const double MostDecay = 1;
    private const double MostDropout = 0.9;

    public static IEnumerable<string> Of(TableUnderstanding understanding, TrainingSettings settings)
    {
        ColumnUnderstanding target = understanding.Target;
        if (understanding.Task == TableTask.Classification && target.IsNumeric && target.Values.Count > MostNumbersAsClasses)
        {
            yield return $"the target column {Quoted.Text(target.Name)} has {target.Values.Count} different numbers, "
                + "and classification takes each for a class by itself — to predict the number, use --task regression";
        }

        OptimizerChoice? optimizer = OptimizerChoice.All.FirstOrDefault(choice => choice.Name == settings.Optimizer);
        if (settings.LearningRate is { } rate && optimizer is not null)
        {
            string usual = $"{Text(optimizer.LearningRate)} is usual with {optimizer.Name}";
            if (rate >= optimizer.LearningRate * Farthest) yield return $"a learning rate of {Text(rate)} is far too high: {usual}";
            if (rate <= optimizer.LearningRate / Farthest)
                yield return $"a learning rate of {Text(rate)} hardly moves the weights: {usual}";
        }

        if (settings.WeightDecay >= MostDecay)
            yield return $"a weight decay of {Text(settings.WeightDecay)} draws all weights to 0: 0.0001 to 0.1 is usual";
        if (settings.Dropout > MostDropout)
            yield return $"a dropout of {Text(settings.Dropout)} leaves hardly a hidden unit: 0.1 to 0.5 is usual";
    }

    private static string Text(double number) => number.ToString("G6", CultureInfo.InvariantCulture);
}
