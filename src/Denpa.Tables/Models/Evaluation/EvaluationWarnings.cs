using System.Globalization;

namespace Denpa.Tables;

/// <summary>Why the numbers of an evaluation may not mean what they seem to.</summary>
internal static class EvaluationWarnings
{
    /// <summary>Of fewer rows each is worth more than ten points of accuracy.</summary>
    public const int FewestRows = 10;

    public static IReadOnlyList<string> Of(TableEvaluation evaluation) =>
        [.. new[] { Unseen(evaluation), FewRows(evaluation), Uniform(evaluation), NoBetter(evaluation) }.OfType<string>()];

    private static string? FewRows(TableEvaluation evaluation)
    {
        if (evaluation.Rows >= FewestRows) return null;
        string rows = Counted.RowsAre(evaluation.Rows);
        const string cure = "measure on more rows, or by --folds";
        if (evaluation.Confusion is null) return $"{rows} too few to measure on: others would give other numbers — {cure}";
        string points = (100.0 / evaluation.Rows).ToString("0.#", CultureInfo.InvariantCulture);
        return $"{rows} too few to measure on: each is worth {points} points of accuracy — {cure}";
    }

    private static string? Uniform(TableEvaluation evaluation)
    {
        if (evaluation.Rows < 2) return null;
        if (evaluation.Range is { } range)
        {
            return range.Least.Equals(range.Greatest)
                ? "all these rows have the same number, so R² says nothing — measure on rows that differ"
                : null;
        }

        ConfusionMatrix confusion = evaluation.Confusion!;
        int[] present = [.. Enumerable.Range(0, confusion.Classes).Where(label => confusion.Actual(label) > 0).Take(2)];
        return present.Length > 1
            ? null
            : $"all these rows are of the one class {Quoted.Text(evaluation.Classes[present[0]])}, " +
              "so the numbers say nothing of the others — measure on rows of every class";
    }

    private static string? NoBetter(TableEvaluation evaluation)
    {
        if (evaluation.Baseline is not { } baseline) return null;
        if (baseline.Class is { } commonest)
        {
            return evaluation[Metric.Accuracy] > baseline.Metrics[Metric.Accuracy]
                ? null
                : $"to answer {Quoted.Text(commonest)} every time would be right as often: "
                    + "the model tells these classes no better than that";
        }

        return evaluation[Metric.RootMeanSquaredError] < baseline.Metrics[Metric.RootMeanSquaredError]
            ? null
            : "to answer the mean of the training rows every time would be as near: the model tells these numbers no better than that";
    }

    private static string? Unseen(TableEvaluation evaluation)
    {
        if (evaluation.UnseenClasses == 0) return null;
        int known = evaluation.Classes.Count - evaluation.UnseenClasses;
        long rows = Enumerable.Range(known, evaluation.UnseenClasses).Sum(evaluation.Confusion!.Actual);
        string names = Quoted.List([.. evaluation.Classes.Skip(known)], shown: 10);
        return $"{Counted.RowsAre(rows)} of a class that training did not have: {names}; "
            + "they count as missed, and the log loss leaves them out";
    }
}
