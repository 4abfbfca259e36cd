namespace Denpa.Tables;

/// <summary>What a column is to be taken for, whatever its values seem to be.</summary>
/// <param name="Kind">
/// <see cref="ColumnKind.Number"/>, <see cref="ColumnKind.YesNo"/>, <see cref="ColumnKind.Category"/>, <see cref="ColumnKind.Date"/> or
/// <see cref="ColumnKind.Text"/>, whose words are counted.
/// </param>
/// <param name="Order">For dates, in what order they say day and month; null where the column settles it.</param>
public readonly record struct ColumnRequest(ColumnKind Kind, DateOrder? Order = null);
