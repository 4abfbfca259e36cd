using Denpa.Cli.Language;
using Denpa.Tables;

namespace Denpa.Cli.Output;

/// <summary>
/// A model held against rows of a table: those that were asked for, or, of the table of its training, each part by itself, what was held
/// out first.
/// </summary>
internal sealed class MeasuredParts
{
    private readonly Table table;
    private readonly bool isTrainingTable;
    private readonly int learned;

    private MeasuredParts(TableModel model, Table table, RowPart? asked)
    {
        this.table = table;
        IReadOnlyDictionary<RowPart, int[]> parts = PartsOf(model, table, asked);
        isTrainingTable = parts.ContainsKey(RowPart.Training);
        RowPart part = asked ?? parts.Keys.FirstOrDefault(RowPart.All);
        learned = part is RowPart.All or RowPart.Training && isTrainingTable ? parts[RowPart.Training].Length : 0;
        int[] rows = parts.TryGetValue(part, out int[]? known) ? known : model.Split.RowsOf(part, table, model.Schema);
        Rows = rows;
        First = (part, model.Evaluate(table, rows, Report));
        if (asked is not null) return;
        Others = [.. parts.Where(other => other.Key != part).Select(other => (other.Key, model.Evaluate(table, other.Value)))];
    }

    /// <summary>What was asked for, or what says most of the model.</summary>
    public (RowPart Part, TableEvaluation Evaluation) First { get; }

    /// <summary>The rows of the first.</summary>
    public int[] Rows { get; }

    /// <summary>The other parts of the table, where nothing was asked for.</summary>
    public IReadOnlyList<(RowPart Part, TableEvaluation Evaluation)> Others { get; } = [];

    /// <summary>What encoding met and training had not.</summary>
    public EncodingReport Report { get; } = new();

    /// <summary>Why the choice of rows makes the numbers mean less than they seem to.</summary>
    public IEnumerable<string> Warnings => learned == 0 ? [] :
    [
        learned == First.Evaluation.Rows
            ? "the model learned from all of these rows: on others it is seldom as good — measure on rows that it has not seen"
            : $"the model learned from {learned} of these {First.Evaluation.Rows} rows — --rows test measures those that it did not see",
    ];

    /// <param name="model">The model.</param>
    /// <param name="table">The table.</param>
    /// <param name="asked">The part that was asked for, or null.</param>
    /// <exception cref="TableException">The table cannot be used, or has no such rows.</exception>
    public static MeasuredParts Of(TableModel model, Table table, RowPart? asked) => new(model, table, asked);

    public void Write(Page page, bool isQuiet)
    {
        if (!isQuiet) page.Field("Rows", Explanation());
        EvaluationReport.Write(page, Label(First.Part), First.Evaluation);
        foreach ((RowPart part, TableEvaluation evaluation) in Others) EvaluationReport.Write(page, Label(part), evaluation, isBrief: true);
        if (isQuiet) return;
        foreach (string warning in Warnings) page.Warning(warning);
        EvaluationReport.WriteWarnings(page, First.Evaluation);
    }

    private static IReadOnlyDictionary<RowPart, int[]> PartsOf(TableModel model, Table table, RowPart? asked)
    {
        try
        {
            return model.Split.PartsOf(table, model.Schema);
        }
        catch (InvalidFileException) when (asked == RowPart.All)
        {
            // All rows can be measured whatever their split.
            return new Dictionary<RowPart, int[]>();
        }
    }

    private string Explanation()
    {
        string path = table.Path;
        string rows = Quantity.Of(First.Evaluation.Rows, "row");
        return First.Part switch
        {
            RowPart.Test when isTrainingTable => Phrase.Of($"{rows} of {path} that training held out to test on"),
            RowPart.Test => Phrase.Of($"all {rows} of {path}, on which training tested"),
            RowPart.Validation => Phrase.Of($"{rows} of {path} by which training chose when to stop"),
            RowPart.Training => Phrase.Of($"{rows} of {path} that the model learned from"),
            _ => Phrase.Of($"all {rows} of {path} that have an answer"),
        };
    }

    private static string Label(RowPart part) => part == RowPart.Training ? "Train" : part.ToString();
}
