namespace Denpa.Tables;

/// <summary>What is wrong with the rows of a training, other than what forbids it.</summary>
internal static class TrainingWarnings
{
    private const int FewestRowsOfClass = 5;
    private const int MostNamed = 3;

    public static IReadOnlyList<string> Of(TrainingData data) =>
        [.. new[] { FewRows(data), FewRowsOfClasses(data), SameRows(data), PerhapsLearned(data) }.OfType<string>(), .. Telling(data)];

    private static string? FewRows(TrainingData data)
    {
        int held = data.Validation.Rows.Length + data.Test.Rows.Length;
        if (data.TrainingRows >= EvaluationWarnings.FewestRows || held == 0) return null;
        return $"{Counted.RowsAre(data.TrainingRows)} too few to learn from — give more rows, or learn all of them by --split 100/0/0";
    }

    private static string? FewRowsOfClasses(TrainingData data)
    {
        if (data.Schema.Target is not ClassTarget target || data.TrainingRows >= FewestRowsOfClass * target.Classes.Count) return null;
        if (data.TrainingRows < EvaluationWarnings.FewestRows) return null;
        string cure = target.IsNumeric ? "predict the number by --task regression, or merge classes" : "give more rows, or merge classes";
        string classes = $"the {target.Classes.Count} classes of {Quoted.Text(target.Name)}";
        return $"{classes} have {data.TrainingRows} training rows, fewer than {FewestRowsOfClass} each — {cure}";
    }

    /// <summary>Rows to measure on that are also learned from.</summary>
    private static string? SameRows(TrainingData data)
    {
        (TableRows held, string name) = data.Test.Rows.Length > 0 ? (data.Test, "test") : (data.Validation, "validation");
        if (held.Rows.Length == 0) return null;
        HashSet<ulong> learned = [.. RowHashes.Of(data.Schema, data.Training)];
        int same = RowHashes.Of(data.Schema, held).Count(learned.Contains);
        if (same == 0) return null;
        string which = same == 1 ? $"1 of the {held.Rows.Length} {name} rows is" : $"{same} of the {held.Rows.Length} {name} rows are";
        return $"{which} also among the training rows, answer and all: on these a model that remembers looks as good as one that predicts "
            + "— keep one of each";
    }

    /// <summary>A model keeps a fingerprint of its table, not of its rows: those of another table may have been among them.</summary>
    private static string? PerhapsLearned(TrainingData data) => data.IsTrainedElsewhere
        ? "the model to start from was trained on another table: if that has rows of this one, "
            + "it may have learned some that are held out here"
        : null;

    private static IEnumerable<string> Telling(TrainingData data) => TellingColumns.Of(data.Schema, data.Training)
        .Take(MostNamed)
        .Select(name => $"column {Quoted.Text(name)} alone tells {Quoted.Text(data.Schema.Target.Name)} of every training row "
            + "— leave it out by --ignore if it is not known before the answer is");
}
