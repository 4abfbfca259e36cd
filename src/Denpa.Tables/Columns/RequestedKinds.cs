namespace Denpa.Tables;

/// <summary>Takes a column for what it was said to be, or says why that cannot be.</summary>
internal static class RequestedKinds
{
    /// <exception cref="TableException">The column cannot be what it was said to be.</exception>
    public static ColumnUnderstanding Understand(Table table, ColumnProfile profile, ColumnRequest request)
    {
        if (profile.Values == 0) throw Refuse(table, profile, "it has no values");
        return request.Kind switch
        {
            ColumnKind.Number => Number(table, profile),
            ColumnKind.YesNo => YesNo(table, profile),
            ColumnKind.Category => ColumnReport.Category(profile, ValueCounts.OfTexts(profile.Column, int.MaxValue)),
            ColumnKind.Date => Date(table, profile, request.Order ?? profile.Order),
            ColumnKind.Text => ColumnReport.Text(profile),
            _ => throw new ArgumentException($"a column cannot be asked for as {request.Kind}", nameof(request)),
        };
    }

    /// <summary>A column that was named as a feature and would be left out.</summary>
    public static TableException CannotUse(Table table, ColumnUnderstanding column)
    {
        string cure = column.Kind is ColumnKind.Constant ? "take it out of the features" : "say what it is by --kind, or take it out of the features";
        return table.Problem($"column {Quoted.Text(column.Name)} is asked for and cannot be used: {column.Reason} — {cure}");
    }

    private static ColumnUnderstanding Number(Table table, ColumnProfile profile) =>
        profile.NumberProblem(table, "numbers were asked for") is { } problem ? throw problem : ColumnReport.Number(profile) with { CountsRows = false };

    private static ColumnUnderstanding YesNo(Table table, ColumnProfile profile)
    {
        ValueCounts values = ValueCounts.Of(profile, limit: 2);
        if (values.Count == 2 || (values.Count == 1 && profile.Missing > 0)) return ColumnReport.YesNo(profile, values);
        throw Refuse(table, profile, values.Count == 1 ? "it has one value" : "it has more than two values");
    }

    private static ColumnUnderstanding Date(Table table, ColumnProfile profile, DateOrder? order)
    {
        if (profile.Dates == 0) throw Refuse(table, profile, "it has no dates");
        return order is { } settled && profile.DateProblem(table, settled) is { } problem ? throw problem : ColumnReport.Date(profile, order);
    }

    private static TableException Refuse(Table table, ColumnProfile profile, string why) =>
        table.Problem($"column {Quoted.Text(profile.Column.Name)} cannot be what it was said to be: {why} — leave that to its values");
}
