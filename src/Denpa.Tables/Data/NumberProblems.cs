namespace Denpa.Tables;

/// <summary>Says why a field cannot serve as a number, and what to do.</summary>
internal static class NumberProblems
{
    /// <param name="table">The table, for the place.</param>
    /// <param name="column">The field's column.</param>
    /// <param name="row">The field's row.</param>
    /// <param name="expectation">Why a number was expected, as a clause after "where".</param>
    public static TableException At(Table table, Column column, int row, string expectation)
    {
        string field = $"{Quoted.Text(column[row])} in column {Quoted.Text(column.Name)}";
        return table.Problem(row, column, column.ReadNumber(row, out _) switch
        {
            NumberReading.NotFinite => $"{field} is not a finite number — leave the field empty if its value is missing",
            NumberReading.OutOfRange => $"{field} is out of range (beyond ±3.4e38) — correct it, or leave the field empty",
            _ => $"{field} is not a number, where {expectation} — correct it, leave the field empty, or ignore the column",
        });
    }
}
