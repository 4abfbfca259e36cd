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
    /// <param name="isRequested">Whether it was named as a feature: it is used then, whatever its name says.</param>
    /// <param name="request">What it was said to be; null where its values decide.</param>
    /// <exception cref="TableException">
    /// A field is none of what its column holds, or the column was asked for and cannot be used.
    /// </exception>
    public static ColumnUnderstanding Understand(Table table, Column column, bool isRequested, ColumnRequest? request = null)
    {
        if (column.Image is { } size) return Image(column, size);
        ColumnProfile profile = ColumnProfile.Of(column, areNumbers: request?.Kind == ColumnKind.Number);
        if (request is { } asked) return RequestedKinds.Understand(table, profile, asked);
        if (profile.IsNumeric && profile.NumberProblem(table) is { } problem) throw problem;
        if (profile.IsDate && profile.Order is { } order && profile.DateProblem(table, order) is { } noDate) throw noDate;
        ColumnUnderstanding understood = Describe(table, profile, isRequested);
        if (isRequested && understood.Role == ColumnRole.LeftOut) throw RequestedKinds.CannotUse(table, understood);
        return understood;
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
        if (profile.Values == 0) return ColumnReport.LeftOut(profile, ColumnKind.Constant, "no values");
        return profile.IsNumeric ? DescribeNumbers(profile, isRequested) : DescribeTexts(table, profile, isRequested);
    }

    private static ColumnUnderstanding DescribeNumbers(ColumnProfile profile, bool isRequested)
    {
        ValueCounts values = ValueCounts.Of(profile, limit: 2);
        if (values.Count == 1) return OneValue(profile, values);
        if (values.Count == 2 && values.AreBooleans) return ColumnReport.YesNo(profile, values);
        if (ValueCounts.AreToldApartByZeros(profile.Column, CategoriesInAnyTable))
            return ColumnReport.Category(profile, ValueCounts.OfTexts(profile.Column, int.MaxValue), "told apart by zeros, as versions are");
        if (profile.AreWhole && !isRequested && NamesRows(profile.Column) is { } why)
            return ColumnReport.LeftOut(profile, ColumnKind.Identifier, why);
        return ColumnReport.Number(profile);
    }

    private static ColumnUnderstanding DescribeTexts(Table table, ColumnProfile profile, bool isRequested)
    {
        int most = MostCategories(table);
        ValueCounts values = ValueCounts.OfTexts(profile.Column, most);
        if (values.Count == 1) return OneValue(profile, values);
        if (profile.IsDate) return ColumnReport.Date(profile, profile.Order);
        if (values.Count == 2) return ColumnReport.YesNo(profile, values);
        bool areDifferent = values.Count > 1 && ValueCounts.AreAllDifferent(profile.Column);
        if (!values.ExceedsLimit && (!areDifferent || isRequested)) return ColumnReport.Category(profile, values);
        if (profile.HasStrangers) return ColumnReport.LeftOut(profile, ColumnKind.Number, profile.Strangers());
        string codes = profile.AreCodes ? "codes, " : "";
        return areDifferent
            ? ColumnReport.LeftOut(profile, ColumnKind.Identifier, codes + "every value is different")
            : ColumnReport.LeftOut(profile, ColumnKind.Text, $"{codes}more than {most} different texts");
    }

    /// <summary>One value says something only by not being there.</summary>
    private static ColumnUnderstanding OneValue(ColumnProfile profile, ValueCounts values) => profile.Missing > 0
        ? ColumnReport.YesNo(profile, values)
        : ColumnReport.LeftOut(profile, ColumnKind.Constant, "the one value " + ColumnReport.List(values));

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
}
