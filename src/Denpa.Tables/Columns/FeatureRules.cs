namespace Denpa.Tables;

/// <summary>The rules by which a column that may be learnt from is taken for what it is.</summary>
internal static class FeatureRules
{
    private const int CategoriesInAnyTable = 20;
    private const double CategoriesPerRow = 0.05;

    /// <summary>The most different texts that still count as categories: 20, or 5 % of the rows where that is more.</summary>
    public static int MostCategories(Table table) => Math.Max(CategoriesInAnyTable, (int)(CategoriesPerRow * table.RowCount));

    /// <param name="table">The table.</param>
    /// <param name="column">One of its columns.</param>
    /// <param name="isRequested">Whether it was named as a feature: whole numbers are numbers then, whatever their name says.</param>
    /// <exception cref="TableException">A text, or a number that is not finite or out of range, stands among numbers.</exception>
    public static ColumnUnderstanding Understand(Table table, Column column, bool isRequested)
    {
        if (column.Image is { } size) return Image(column, size);
        ColumnProfile profile = ColumnProfile.Of(column);
        if (profile.IsNumeric && profile.NumberProblem(table) is { } problem) throw problem;
        return Describe(table, profile, isRequested);
    }

    /// <summary>What a column is that is not to be used: nothing in it is an error.</summary>
    public static ColumnUnderstanding Glance(Table table, Column column, string reason)
    {
        ColumnUnderstanding glance = column.Image is { } size
            ? Image(column, size)
            : Describe(table, ColumnProfile.Of(column), isRequested: false);
        return glance with { Role = ColumnRole.LeftOut, Reason = reason };
    }

    private static ColumnUnderstanding Describe(Table table, ColumnProfile profile, bool isRequested)
    {
        if (profile.Values == 0) return LeftOut(profile, ColumnKind.Constant, "no values");
        return profile.IsNumeric ? DescribeNumbers(profile, isRequested) : DescribeTexts(table, profile);
    }

    private static ColumnUnderstanding DescribeNumbers(ColumnProfile profile, bool isRequested)
    {
        ValueCounts values = ValueCounts.Of(profile, limit: 2);
        if (values.Count == 1) return LeftOut(profile, ColumnKind.Constant, OneValue(values));
        if (values.Count == 2) return YesNo(profile, values);
        if (profile.AreWhole && !isRequested && NamesRows(profile.Column) is { } why) return LeftOut(profile, ColumnKind.Identifier, why);

        string comma = profile.Column.UsesDecimalComma ? ", with a decimal comma" : "";
        string range = $"from {NumberText.Canonical(profile.Least)} to {NumberText.Canonical(profile.Greatest)}{comma}";
        return Feature(profile, ColumnKind.Number, range + MissingMedian(profile));
    }

    private static ColumnUnderstanding DescribeTexts(Table table, ColumnProfile profile)
    {
        int most = MostCategories(table);
        ValueCounts values = ValueCounts.OfTexts(profile.Column, most);
        if (values.Count == 1 && profile.Missing == 0) return LeftOut(profile, ColumnKind.Constant, OneValue(values));
        if (values.Count == 2) return YesNo(profile, values);
        if (profile.IsDate) return Date(profile);
        if (values.Count > 1 && ValueCounts.AreAllDifferent(profile.Column))
            return LeftOut(profile, ColumnKind.Identifier, "every value is different");
        if (values.ExceedsLimit) return LeftOut(profile, ColumnKind.Text, $"more than {most} different texts");

        string count = values.Count == 1 ? "one value: " : $"{values.Count} values: ";
        return Feature(profile, ColumnKind.Category, count + List(values) + MissingClass(profile), values);
    }

    private static ColumnUnderstanding YesNo(ColumnProfile profile, ValueCounts values) =>
        Feature(profile, ColumnKind.YesNo, "two values: " + List(values) + MissingClass(profile), values);

    private static ColumnUnderstanding Date(ColumnProfile profile) =>
        Feature(profile, ColumnKind.Date, "ISO dates: year, month, day of week and seconds of day" + MissingMedian(profile));

    private static ColumnUnderstanding Image(Column column, ImageSize size) => new()
    {
        Name = column.Name,
        Index = column.Index,
        Kind = ColumnKind.Image,
        Role = ColumnRole.Feature,
        Reason = $"images of {size} pixels, all standardised alike",
        MissingCount = 0,
        IsNumeric = true,
    };

    private static string? NamesRows(Column column) =>
        column.IsUnnamed ? "whole numbers under no name"
        : IdentifierNames.Contains(column.Name) ? $"whole numbers under the name {Quoted.Text(column.Name)}"
        : null;

    private static string OneValue(ValueCounts values) => "the one value " + List(values);

    private static string List(ValueCounts values) => Quoted.List([.. values.Values.Select(value => value.Value)]);

    private static string MissingClass(ColumnProfile profile) =>
        profile.Missing > 0 ? $"; {profile.Missing} missing are a class of their own" : "";

    private static string MissingMedian(ColumnProfile profile) =>
        profile.Missing > 0 ? $"; {profile.Missing} missing get the training median" : "";

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

    private static ColumnUnderstanding LeftOut(ColumnProfile profile, ColumnKind kind, string reason) =>
        Feature(profile, kind, reason) with { Role = ColumnRole.LeftOut };
}
