using System.Numerics;
using System.Text.Json.Serialization;

namespace Denpa.Tables;

/// <summary>
/// What a model must know of its table to read another one: the columns that become inputs, in order, each with what the
/// training rows taught about it, and the target. Columns are found by name, so their order in a file does not matter.
/// </summary>
public sealed record TableSchema
{
    /// <summary>The rows of numbers that are encoded together: their inputs stay in a core's cache.</summary>
    private const int RowsOfBlock = 1 << 10;

    /// <summary>The version of the stored form that this library writes, and the newest that it reads.</summary>
    public const int CurrentVersion = 2;

    /// <summary>The version of the stored form.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The columns that become inputs, in the order of their inputs.</summary>
    public required IReadOnlyList<FeatureSchema> Features { get; init; }

    /// <summary>The column to predict.</summary>
    public required TargetSchema Target { get; init; }

    /// <summary>The texts that stand for missing; null where the usual ones do.</summary>
    public IReadOnlyList<string>? Missing { get; init; }

    /// <summary>
    /// How to read another table that the schema is for: where it has a header, this knows the names; and what is missing.
    /// </summary>
    [JsonIgnore]
    public TableOptions TableOptions => new()
    {
        Missing = Missing,
        ExpectedNames = [.. Features.Select(feature => feature.Name), Target.Name],
    };

    /// <summary>The number of a network's inputs.</summary>
    [JsonIgnore]
    public int InputCount => Features.Sum(feature => feature.InputCount);

    /// <summary>A name for each input: the column's, or <c>column=category</c>, or <c>column.part</c> for dates.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> InputNames => [.. Features.SelectMany(feature => feature.InputNames)];

    /// <summary>A network's outputs: one for a number, one for two classes (the second's logit), else one per class.</summary>
    [JsonIgnore]
    public int OutputCount => Target.OutputCount;

    /// <summary>Fits a schema to the training rows alone: no other row has a say in medians, scales and categories.</summary>
    /// <param name="table">The table.</param>
    /// <param name="understanding">What it was taken for.</param>
    /// <param name="trainingRows">Indices of the rows to learn from, each with a target; at least one.</param>
    /// <param name="isRobust">Whether numbers are scaled by median and quartiles rather than standardised.</param>
    public static TableSchema Fit(
        Table table, TableUnderstanding understanding, ReadOnlySpan<int> trainingRows, bool isRobust = false)
    {
        if (trainingRows.IsEmpty) throw new ArgumentException("a schema needs one training row or more", nameof(trainingRows));
        FeatureSchema[] features = new FeatureSchema[understanding.Features.Count];
        int[] rows = trainingRows.ToArray();
        ParallelLoop.For(features.Length, i =>
        {
            ColumnUnderstanding feature = understanding.Features[i];
            features[i] = FitFeature(table, table[feature.Name], feature, rows, isRobust);
        });
        TargetSchema target = understanding.Task == TableTask.Classification
            ? ClassTarget.Of(understanding)
            : NumberTarget.Fit(table, understanding.Target.Name, trainingRows);
        return new TableSchema { Features = features, Target = target, Missing = table.Missing };
    }

    /// <summary>
    /// The inputs of some rows of a table, [rows, <see cref="InputCount"/>] row-major. Columns that the schema does not know
    /// are not looked at.
    /// </summary>
    /// <exception cref="TableException">A column is not there, or a field cannot be what its column was in training.</exception>
    public T[] EncodeFeatures<T>(Table table, ReadOnlySpan<int> rows, EncodingReport? report = null)
        where T : IFloatingPoint<T>
    {
        report ??= new EncodingReport();
        Column[] columns = Array.ConvertAll<FeatureSchema, Column>([.. Features], feature => ColumnOf(table, feature));
        for (int i = 0; i < columns.Length; i++)
            if ((Features[i] as NumberFeature)?.NewUnit(columns[i]) is { } unit) report.AddUnit(Features[i].Name, unit);
        int width = InputCount;
        if ((long)rows.Length * width > Array.MaxLength)
            throw table.Problem($"{rows.Length} rows of {width} inputs are more than one array can hold — use fewer rows");
        T[] inputs = new T[rows.Length * width];
        int[] firsts = new int[columns.Length];
        for (int i = 1; i < firsts.Length; i++) firsts[i] = firsts[i - 1] + Features[i - 1].InputCount;

        int[] allRows = rows.ToArray();
        ParallelLoop.For((allRows.Length + RowsOfBlock - 1) / RowsOfBlock, block =>
        {
            int start = block * RowsOfBlock;
            Span<int> some = allRows.AsSpan(start, Math.Min(RowsOfBlock, allRows.Length - start));
            for (int i = 0; i < columns.Length; i++)
                if (Features[i] is NumberFeature) Encode(i, some, inputs.AsSpan(start * width), report);
        });
        EncodingReport[] reports = Array.ConvertAll(columns, _ => new EncodingReport());
        ParallelLoop.For(columns.Length, i =>
        {
            if (Features[i] is not NumberFeature) Encode(i, allRows, inputs, reports[i]);
        });
        foreach (EncodingReport part in reports) report.Add(part);
        return inputs;

        void Encode(int i, ReadOnlySpan<int> some, Span<T> block, EncodingReport notes) =>
            Features[i].Encode(table, columns[i], some, new InputBlock<T>(block, width, firsts[i]), notes);
    }

    /// <summary>The class of each of some rows, as an index into the target's classes.</summary>
    /// <exception cref="TableException">The column is not there, or a row has no class, or none that training knew.</exception>
    /// <exception cref="InvalidOperationException">The target is a number.</exception>
    public long[] EncodeLabels(Table table, ReadOnlySpan<int> rows) => Target is ClassTarget classes
        ? classes.EncodeLabels(table, rows)
        : throw new InvalidOperationException($"the target {Quoted.Text(Target.Name)} is a number: encode it as targets, not as labels");

    /// <summary>The standardised target of each of some rows.</summary>
    /// <exception cref="TableException">The column is not there, or a row has no number.</exception>
    /// <exception cref="InvalidOperationException">The target is a class.</exception>
    public T[] EncodeTargets<T>(Table table, ReadOnlySpan<int> rows)
        where T : IFloatingPoint<T> => Target is NumberTarget number
        ? number.Encode<T>(table, rows)
        : throw new InvalidOperationException($"the target {Quoted.Text(Target.Name)} is a class: encode it as labels, not as targets");

    /// <summary>The rows of a table whose target is not missing, ascending.</summary>
    /// <exception cref="TableException">The column is not there, or has no value in any row.</exception>
    public int[] LabelledRows(Table table)
    {
        Column column = table[Target.Name];
        int[] rows = Enumerable.Range(0, table.RowCount).Where(row => !column.IsMissing(row, Target.AreNumbers)).ToArray();
        if (rows.Length > 0) return rows;
        throw table.Problem($"the target column {Quoted.Text(Target.Name)} has no values — fill them in");
    }

    /// <summary>The fingerprint of the columns that the schema uses: the same data has the same, in any column order.</summary>
    /// <exception cref="TableException">A column is not there.</exception>
    public string Fingerprint(Table table) => table.Fingerprint(Features.Select(feature => feature.Name).Append(Target.Name));

    /// <summary>The schema as JSON, for a model file.</summary>
    public string ToJson() => SchemaJson.Write(this);

    /// <summary>Reads a schema that <see cref="ToJson"/> wrote, and trusts nothing in it.</summary>
    /// <exception cref="InvalidDataException">The text is no schema, is of a newer version, or could not have been fitted.</exception>
    public static TableSchema FromJson(string json) => SchemaJson.Read(json);

    private static Column ColumnOf(Table table, FeatureSchema feature)
    {
        Column column = table[feature.Name];
        if (feature is ImageFeature image) image.Require(table, column);
        else if (column.Image is not null) throw table.Problem($"column {Quoted.Text(feature.Name)} holds images, where training had none");
        return column;
    }

    private static FeatureSchema FitFeature(
        Table table, Column column, ColumnUnderstanding understood, ReadOnlySpan<int> rows, bool isRobust) => understood.Kind switch
        {
            ColumnKind.Number => NumberFeature.Fit(column, rows, isRobust),
            ColumnKind.YesNo => YesNoFeature.Fit(column, understood, rows),
            ColumnKind.Category => CategoryFeature.Fit(column, rows),
            ColumnKind.Date => CalendarFeature.Fit(column, understood.Order ?? DateOrder.DayFirst, rows),
            ColumnKind.Text => TextFeature.Fit(table, column, rows),
            ColumnKind.Image => ImageFeature.Fit(column, rows),
            _ => throw new ArgumentException($"a column of kind {understood.Kind} cannot be a feature", nameof(understood)),
        };
}
