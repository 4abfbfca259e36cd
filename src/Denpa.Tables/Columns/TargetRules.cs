namespace Denpa.Tables;

/// <summary>
/// The rules by which the target decides the task, unless the task is given:
/// two values are classes; numbers are classes when they are whole, at most 20 different ones, and each has five rows or more
/// on average, and otherwise regression; texts are classes, at most 20 or 5 % of the rows.
/// The labels of images are classes. Where classification is asked for, there may be 20 classes, or half as many as rows
/// where that is more.
/// </summary>
internal static class TargetRules
{
    private const int MostNumberClasses = 20;
    private const int RowsPerNumberClass = 5;

    /// <summary>As many as a label's byte can tell apart.</summary>
    private const int MostImageClasses = 256;

    /// <exception cref="TableException">The column cannot be a target, or not for the task asked for.</exception>
    public static (ColumnUnderstanding Column, TableTask Task) Understand(
        Table table, Column column, TableTask? asked, ColumnRequest? request = null)
    {
        if (column.Image is not null) throw Refuse(table, column, "holds images, and what they show is to be predicted — name the labels");
        asked ??= request?.Kind switch
        {
            ColumnKind.Number => TableTask.Regression,
            ColumnKind.Category or ColumnKind.YesNo => TableTask.Classification,
            _ => null,
        };
        ColumnProfile profile = ColumnProfile.Of(column, areNumbers: asked == TableTask.Regression);
        if (profile.Values == 0) throw Refuse(table, column, "has no values — name another target");
        string? expectation = asked == TableTask.Regression ? "regression needs one" : null;
        if ((profile.IsNumeric || expectation is not null) && profile.NumberProblem(table, expectation) is { } problem) throw problem;

        bool areTexts = request?.Kind == ColumnKind.Category
            || (asked != TableTask.Regression && ValueCounts.AreToldApartByZeros(column, MostNumberClasses));
        int most = MostClasses(table, profile, asked);
        ValueCounts values = areTexts ? ValueCounts.OfTexts(column, most) : ValueCounts.Of(profile, most);
        if (values.Count == 1)
        {
            string value = Quoted.Text(values.Values[0].Value);
            throw Refuse(table, column, $"has the one value {value}, so there is nothing to predict — name another target");
        }

        TableTask task = asked
            ?? (table.Images is not null || areTexts || IsClasses(profile, values) ? TableTask.Classification : TableTask.Regression);
        if (task == TableTask.Classification && values.ExceedsLimit) throw TooManyClasses(table, profile, values.Count - 1);
        ColumnUnderstanding target = Describe(profile, values, task, asked is not null) with
        {
            IsNumeric = profile.IsNumeric && !areTexts,
            FitsEitherTask =
                asked is null && !areTexts && profile.IsNumeric && profile.AreWhole && values.Count > 2 && !values.ExceedsLimit,
        };
        return (target, task);
    }

    private static int MostClasses(Table table, ColumnProfile profile, TableTask? asked) =>
        table.Images is not null ? MostImageClasses
        : asked == TableTask.Classification ? Math.Max(FeatureRules.MostCategories(table), profile.Values / 2)
        : profile.IsNumeric ? MostNumberClasses
        : FeatureRules.MostCategories(table);

    private static bool IsClasses(ColumnProfile profile, ValueCounts values) =>
        !profile.IsNumeric
        || values.Count == 2
        || (profile.AreWhole && !values.ExceedsLimit && values.Count * RowsPerNumberClass <= profile.Values);

    private static ColumnUnderstanding Describe(ColumnProfile profile, ValueCounts values, TableTask task, bool isAsked)
    {
        bool isClasses = task == TableTask.Classification;
        string range = $"from {NumberText.Canonical(profile.Least)} to {NumberText.Canonical(profile.Greatest)}";
        string what = isClasses
            ? $"{values.Count} classes: {Quoted.List([.. values.Values.Select(value => value.Value)])}"
            : $"numbers {range}{ColumnReport.Marks(profile.Column)}";
        string missing = profile.Missing > 0 ? $"; {profile.Missing} rows without it are left out{ColumnReport.MissingTexts(profile)}" : "";
        return new ColumnUnderstanding
        {
            Name = profile.Column.Name,
            Index = profile.Column.Index,
            Kind = !isClasses ? ColumnKind.Number : values.Count == 2 ? ColumnKind.YesNo : ColumnKind.Category,
            Role = ColumnRole.Target,
            Reason = what + (isAsked ? ", as asked" : "") + missing,
            MissingCount = profile.Missing,
            IsNumeric = profile.IsNumeric,
            Values = isClasses ? values.Values : [],
            Format = isClasses ? null : profile.Column.NumberFormat,
        };
    }

    private static TableException TooManyClasses(Table table, ColumnProfile profile, int most)
    {
        if (profile.HasStrangers)
        {
            const string strangers = "say which texts stand for missing by --missing, or name another target";
            return Refuse(table, profile.Column, $"has {profile.Strangers()} — {strangers}");
        }

        (string? what, string? cure) = profile.IsNumeric
            ? ("numbers", "predict it by regression")
            : ("texts", "name another target, or merge classes");
        return Refuse(table, profile.Column, $"has more than {most} different {what}, too many for classes — {cure}");
    }

    private static TableException Refuse(Table table, Column column, string problem) =>
        new(table.Path, null, null, $"the target column {Quoted.Text(column.Name)} {problem}");
}
