namespace Denpa.Tables;

/// <summary>
/// Takes the rows of a sheet into a table, from the first that belongs to it: a title and what is said under it stand in fewer cells than
/// the table's rows have. A cell that is merged with those below it holds for each of their rows.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="options">What was asked for.</param>
/// <param name="merged">For cells that are merged with some below them, by row and column, the last row of these.</param>
internal sealed class SheetRows(TableBuilder table, TableOptions options, Dictionary<(int Row, int Column), int> merged)
{
    /// <summary>So many rows are looked at for titles.</summary>
    private const int RowsOfTop = 32;

    private readonly List<(int Number, List<Cell> Cells)> top = [];
    private readonly SortedDictionary<int, (Cell Cell, int LastRow)> open = [];
    private List<Cell> cells = [];
    private bool isBelowTop;
    private int titleRows;

    /// <summary>Gives a cell of the row its text.</summary>
    public void Set(Cell cell) => cells.Add(cell);

    /// <summary>Ends the row; one without cells is passed over.</summary>
    public void EndRow(int number)
    {
        if (cells.Count == 0) return;
        if (merged.Count > 0) Fill(number);
        if (isBelowTop)
        {
            Append(number, cells);
            cells.Clear();
            return;
        }

        top.Add((number, cells));
        cells = [];
        if (top.Count == RowsOfTop) AppendTop();
    }

    /// <summary>The table; null where there are no rows.</summary>
    public Table? ToTable(string sheet)
    {
        if (!isBelowTop) AppendTop();
        if (table.RowCount == 0) return null;
        TableFormat found = new(Delimiter: ',', HasHeader: false, HeaderReason: "")
        {
            Kind = TableFormat.Excel,
            Sheet = sheet,
            TitleRows = titleRows,
        };
        return table.ToTable(found, names: null);
    }

    private void Fill(int number)
    {
        int set = cells.Count;
        foreach ((int column, (Cell cell, int last)) in open.ToArray())
        {
            if (last < number) open.Remove(column);
            else if (cells.FindIndex(0, set, other => other.Column == column) < 0) cells.Add(cell);
        }

        for (int i = 0; i < set; i++)
            if (merged.TryGetValue((number, cells[i].Column), out int last)) open[cells[i].Column] = (cells[i], last);
    }

    private void AppendTop()
    {
        isBelowTop = true;
        if (top.Count == 0) return;
        int widest = top.Max(row => row.Cells.Count);
        int first = top.Where(row => row.Cells.Count > 1).Select(row => row.Cells.Min(cell => cell.Column)).DefaultIfEmpty(0).Min();
        if (options.HasHeader != false && options.ColumnNames is null)
            titleRows = top.TakeWhile(row => IsTitle(row.Cells, widest, first)).Count();
        foreach ((int number, List<Cell> row) in top.Skip(titleRows)) Append(number, row);
        top.Clear();
    }

    private static bool IsTitle(List<Cell> row, int widest, int first)
    {
        if (row[0].IsNumber || widest < 2) return false;
        return row.Count * 2 < widest || (row.Count == 1 && row[0].Column <= first);
    }

    private void Append(int number, List<Cell> row)
    {
        foreach (Cell cell in row) table.Set(cell.Column, cell.Text, cell.IsNumber);
        table.EndRow(number);
    }
}

/// <summary>A cell with a value.</summary>
/// <param name="Column">Its column, from 0.</param>
/// <param name="Text">The value as text.</param>
/// <param name="IsNumber">Whether it is a number.</param>
internal readonly record struct Cell(int Column, string Text, bool IsNumber = false);
