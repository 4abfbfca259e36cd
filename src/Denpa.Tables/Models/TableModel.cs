using System.Numerics.Tensors;

namespace Denpa.Tables;

/// <summary>
/// A trained network with all that it takes to use it on a table: the schema, the settings, and how rows were shared out.
/// </summary>
public sealed class TableModel
{
    /// <summary>
    /// Beyond so many standard deviations a row is so far from those of training that its own numbers are to blame for an answer that is
    /// not finite.
    /// </summary>
    private const double FarOff = 1e6;

    private const int RowsAtOnce = Predictor.DefaultBatchSize;

    private readonly Predictor predictor;
    private readonly Lazy<RowPredictor> rows;

    /// <summary>A model of these parts.</summary>
    /// <param name="schema">The data schema.</param>
    /// <param name="settings">How the network is built and was trained.</param>
    /// <param name="split">How the rows were shared out.</param>
    /// <param name="network">The network, which is put into the mode for use.</param>
    public TableModel(TableSchema schema, TrainingSettings settings, RowSplit split, Sequential network)
    {
        (Schema, Settings, Split, Network) = (schema, settings, split, network);
        predictor = new Predictor(network);
        rows = new Lazy<RowPredictor>(() => new RowPredictor(this, predictor));
    }

    /// <summary>What the model must know of its table.</summary>
    public TableSchema Schema { get; }

    /// <summary>How the network is built and was trained.</summary>
    public TrainingSettings Settings { get; }

    /// <summary>How the rows were shared out.</summary>
    public RowSplit Split { get; }

    /// <summary>
    /// The network: from inputs [rows, <see cref="TableSchema.InputCount"/>] to outputs [rows, <see cref="TableSchema.OutputCount"/>],
    /// of the settings' element type.
    /// </summary>
    public Sequential Network { get; }

    /// <summary>The version of denpa that wrote the model.</summary>
    public string Version { get; init; } = TableModelFile.CurrentVersion;

    /// <summary>What predicts one row after another.</summary>
    internal RowPredictor Rows => rows.Value;

    /// <summary>What messages call it: the file that it was read from.</summary>
    internal string Name { get; init; } = "the model";

    /// <summary>Reads a model file.</summary>
    /// <exception cref="InvalidFileException">The file is no model, damaged, or of a newer form; it says where and why.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TableModel Load(string path) => TableModelFile.Read(path);

    /// <summary>Reads a model from a stream, from its position to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidFileException">The content is no model, damaged, or of a newer form; it says where and why.</exception>
    public static TableModel Load(Stream stream, string name) => TableModelFile.Read(stream, name);

    /// <summary>Writes the model file, all of it or nothing (<see cref="AtomicFile"/>).</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => AtomicFile.Write(path, Save);

    /// <summary>Writes the model to a stream.</summary>
    public void Save(Stream stream) => TableModelFile.Write(stream, this);

    /// <summary>Predicts the target of some rows.</summary>
    /// <param name="table">A table with the schema's feature columns, in any order.</param>
    /// <param name="rows">The rows, at least one.</param>
    /// <param name="report">Counts values that training never saw.</param>
    /// <exception cref="TableException">
    /// A column is missing, a field cannot be what its column was in training, or a number is so far off that the answer is not finite.
    /// </exception>
    /// <exception cref="InvalidFileException">The weights have no finite answer to a row like those of training.</exception>
    public TablePredictions Predict(Table table, ReadOnlySpan<int> rows, EncodingReport? report = null) =>
        new(Schema.Target, [.. OutputsOf(table, rows, report)]);

    /// <summary>Predicts the target of every row.</summary>
    /// <param name="table">A table with the schema's feature columns, in any order.</param>
    /// <param name="report">Counts values that training never saw.</param>
    /// <exception cref="TableException">
    /// A column is missing, a field cannot be what its column was in training, or a number is so far off that the answer is not finite.
    /// </exception>
    /// <exception cref="InvalidFileException">The weights have no finite answer to a row like those of training.</exception>
    public TablePredictions Predict(Table table, EncodingReport? report = null) =>
        Predict(table, [.. Enumerable.Range(0, table.RowCount)], report);

    /// <summary>Predicts the target of one row, given by the names of its columns.</summary>
    /// <param name="row">
    /// A value for each feature column: any number type, text, truth, <see cref="DateTime"/>, <see cref="DateOnly"/>,
    /// <see cref="DateTimeOffset"/>, or null where it is missing. Only a column with missing values in training may be left out. The
    /// target may be there, and is not looked at.
    /// </param>
    /// <param name="report">Counts values that training never saw.</param>
    /// <exception cref="TableException">
    /// A column is unknown or left out, a value cannot be what its column was in training, or a number is so far off that the answer is not
    /// finite.
    /// </exception>
    public RowPrediction Predict(Dictionary<string, object?> row, EncodingReport? report = null) =>
        Rows.Predict(row, report);

    /// <summary>Holds predictions of some rows against their targets.</summary>
    /// <param name="table">A table with the schema's columns, in any order.</param>
    /// <param name="rows">The rows, at least one.</param>
    /// <param name="report">Counts values that training never saw.</param>
    /// <exception cref="TableException">
    /// A column is missing, a field cannot be what its column was in training, a number is so far off that the answer is not finite,
    /// a target is missing, or not one row has a class that training knew.
    /// </exception>
    /// <exception cref="InvalidFileException">The weights have no finite answer to a row like those of training.</exception>
    public TableEvaluation Evaluate(Table table, ReadOnlySpan<int> rows, EncodingReport? report = null) =>
        TableEvaluation.Of(Schema, OutputsOf(table, rows, report), table, rows);

    /// <summary>The network's outputs, some rows at a time: those of many rows and classes would take many times the table.</summary>
    private IEnumerable<Tensor> OutputsOf(Table table, ReadOnlySpan<int> rows, EncodingReport? report)
    {
        Tensor features = TableTensors.Features(Schema, table, rows, Settings.DType, report);
        int[] all = rows.ToArray();
        return Enumerable.Range(0, (all.Length + RowsAtOnce - 1) / RowsAtOnce).Select(part =>
        {
            Range range = (part * RowsAtOnce)..Math.Min(all.Length, (part + 1) * RowsAtOnce);
            return OutputsOf(features.Rows(range), table.Path, row => table.Line(all[range][row]));
        });
    }

    /// <summary>The network's outputs to encoded rows.</summary>
    /// <param name="inputs">The rows' inputs, [rows, inputs].</param>
    /// <param name="place">Where the rows are from.</param>
    /// <param name="lineOf">The line or number of a row there.</param>
    internal Tensor OutputsOf(Tensor inputs, string place, Func<int, int?> lineOf)
    {
        Tensor outputs = predictor.Predict(inputs);
        return FirstStray(outputs) is { } stray
            ? throw NoAnswer(place, lineOf(stray), inputs.Rows(stray..(stray + 1)))
            : outputs;
    }

    /// <summary>The first row whose answer is not finite, or null.</summary>
    private int? FirstStray(Tensor outputs)
    {
        bool isFinite = outputs.DType == DType.Float32
            ? TensorPrimitives.IsFiniteAll(outputs.AsSpan<float>())
            : TensorPrimitives.IsFiniteAll(outputs.AsSpan<double>());
        if (isFinite && Schema.Target is ClassTarget) return null;
        double[] answers = outputs.To(DType.Float64).ToArray<double>();
        if (Schema.Target is NumberTarget number) answers = Array.ConvertAll(answers, number.Scaling.Restore);
        int stray = Array.FindIndex(answers, answer => !double.IsFinite(answer));
        return stray < 0 ? null : stray / Schema.OutputCount;
    }

    internal Exception NoAnswer(string place, int? line, Tensor inputs)
    {
        double farthest = inputs.To(DType.Float64).ToArray<double>().Max(Math.Abs);
        if (!(farthest <= FarOff))
        {
            const string problem = "the model has no finite answer to this row, so far are its numbers from those of training — correct it";
            return new TableException(place, line, column: null, problem);
        }

        string row = $"{(line is null ? "the row" : $"the row on line {line} of {place}")}, whose numbers are like those of training";
        return new InvalidFileException(Name, "weights", $"they have no finite answer to {row} — train it again");
    }
}
