using Denpa.Tables;

namespace Denpa.Cli.DataSets;

/// <summary>A set that is part of the program.</summary>
internal sealed record BuiltInSet(string Name, string Summary) : DataSet(Name, Summary)
{
    public override Availability Availability => Availability.BuiltIn;

    /// <summary>Reads it.</summary>
    public required Func<Table> Read { get; init; }

    /// <summary>The Palmer penguins.</summary>
    public static Table Penguins()
    {
        using Stream csv = typeof(BuiltInSet).Assembly.GetManifestResourceStream("penguins.csv")!;
        return Table.Read(csv, "penguins", new TableOptions { Delimiter = ',', HasHeader = true });
    }

    /// <summary>Writes it as CSV.</summary>
    public void Write(Stream stream)
    {
        Table table = Read();
        using TableWriter writer = new(stream);
        writer.WriteHeader([.. table.Columns.Select(column => column.Name)]);
        for (int row = 0; row < table.RowCount; row++)
        {
            foreach (Column column in table.Columns) writer.WriteText(column[row]);
            writer.EndRow();
        }

        writer.Flush();
    }
}
