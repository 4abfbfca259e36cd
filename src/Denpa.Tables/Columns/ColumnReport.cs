namespace Denpa.Tables;

/// <summary>Puts into words what a column was taken for.</summary>
internal static class ColumnReport
{
    public static ColumnUnderstanding Number(ColumnProfile profile)
    {
        string range = $"from {NumberText.Canonical(profile.Least)} to {NumberText.Canonical(profile.Greatest)}";
        return Feature(profile, ColumnKind.Number, range + Marks(profile.Column) + MissingMedian(profile)) with
        {
            Format = profile.Column.NumberFormat,
            CountsRows = CountsRows(profile),
        };
    }

    public static ColumnUnderstanding YesNo(ColumnProfile profile, ValueCounts values)
    {
        string what = values.Count == 1 ? $"{List(values)}, or missing" : "two values: " + List(values) + MissingClass(profile);
        return Feature(profile, ColumnKind.YesNo, what, values);
    }

    public static ColumnUnderstanding Category(ColumnProfile profile, ValueCounts values, string? why = null)
    {
        string count = values.Count == 1 ? "one value: " : $"{values.Count} values: ";
        string because = why is null ? "" : $"; {why}";
        string what = count + List(values) + MissingClass(profile) + because;
        return Feature(profile, ColumnKind.Category, what, values) with { IsNumeric = false };
    }

    /// <param name="profile">The column.</param>
    /// <param name="order">In what order it says day and month; null where that is to be asked for.</param>
    public static ColumnUnderstanding Date(ColumnProfile profile, DateOrder? order)
    {
        if (order is null)
        {
            string name = Quoted.Plain(profile.Column.Name);
            string cure = $"--kind \"{name}=date:dmy\" or --kind \"{name}=date:mdy\"";
            return LeftOut(profile, ColumnKind.Date, $"dates that may say the day or the month first: say which by {cure}");
        }

        const string parts = "dates: running days, year, and day of year, month and week and seconds of day as sine and cosine";
        return Feature(profile, ColumnKind.Date, parts + MissingMedian(profile)) with { Order = order, IsNumeric = false };
    }

    public static ColumnUnderstanding Text(ColumnProfile profile) =>
        Feature(profile, ColumnKind.Text, "texts, whose commonest words are counted") with { IsNumeric = false };

    public static ColumnUnderstanding LeftOut(ColumnProfile profile, ColumnKind kind, string reason) =>
        Feature(profile, kind, reason) with { Role = ColumnRole.LeftOut };

    public static string List(ValueCounts values) => Quoted.List([.. values.Values.Select(value => value.Value)]);

    /// <summary>The marks and the unit of a column's numbers, where they are not plain.</summary>
    public static string Marks(Column column)
    {
        ColumnNumbers numbers = column.Numbers;
        string unit = numbers.Format.Unit.Length > 0 ? $", in {Quoted.Plain(numbers.Format.Unit)}" : "";
        string comma = numbers.Format.DecimalMark == ',' ? ", with a decimal comma" : "";
        string groups = numbers.HaveGroups ? ", with marks for thousands" : "";
        string doubt = numbers.AreInDoubt ? " (nothing in the file tells them from decimal marks)" : "";
        return unit + comma + groups + doubt;
    }

    /// <summary>The texts that were taken for missing though they could be values elsewhere.</summary>
    public static string MissingTexts(ColumnProfile profile) =>
        profile.MissingTexts is { Length: > 0 } texts && (profile.IsNumeric || profile.IsDate) ? $": {texts}" : "";

    private static string MissingClass(ColumnProfile profile) =>
        profile.Missing > 0 ? $"; {profile.Missing} missing are a category of their own" : "";

    private static string MissingMedian(ColumnProfile profile) =>
        profile.Missing > 0 ? $"; {profile.Missing} missing get the training median and are marked{MissingTexts(profile)}" : "";

    /// <summary>Whether the numbers go 0, 1, 2, … or 1, 2, 3, … with the rows.</summary>
    private static bool CountsRows(ColumnProfile profile)
    {
        Column column = profile.Column;
        if (!profile.AreWhole || profile.Missing > 0 || profile.Least is not (0 or 1)) return false;
        if (profile.Greatest != profile.Least + column.Count - 1) return false;
        double[] values = new double[column.Count];
        column.ReadNumbers([.. Enumerable.Range(0, column.Count)], values);
        for (int row = 0; row < values.Length; row++)
            if (values[row] != profile.Least + row) return false;
        return true;
    }

    private static ColumnUnderstanding Feature(ColumnProfile profile, ColumnKind kind, string reason, ValueCounts? values = null) => new()
    {
        Name = profile.Column.Name,
        Index = profile.Column.Index,
        Kind = kind,
        Role = ColumnRole.Feature,
        Reason = reason,
        MissingCount = profile.Missing,
        IsNumeric = profile.IsNumeric,
        Values = values?.Values ?? [],
    };
}
