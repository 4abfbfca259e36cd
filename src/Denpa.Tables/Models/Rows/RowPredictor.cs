using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Denpa.Tables;

/// <summary>Predicts one row after another: what can be made ready for all of them is, and no value becomes a text in between.</summary>
internal sealed class RowPredictor
{
    private const int FewInputs = 512;

    private readonly TableModel model;
    private readonly Predictor predictor;
    private readonly RowEncoder encoder;
    private readonly Shape shape;
    private readonly Dictionary<string, int> positions;
    private readonly ConcurrentDictionary<Type, object> accessors = new();

    public RowPredictor(TableModel model, Predictor predictor)
    {
        (this.model, this.predictor) = (model, predictor);
        encoder = new RowEncoder(model.Schema);
        shape = [1, encoder.Width];
        positions = ValueKeys.Positions(encoder.Names);
    }

    /// <summary>Predicts a row given by the names of its columns.</summary>
    public RowPrediction Predict(Dictionary<string, object?> row, EncodingReport? report)
    {
        string[] names = encoder.Names;
        object?[] values = new object?[names.Length];
        int found = row.ContainsKey(model.Schema.Target.Name) ? 1 : 0;
        for (int i = 0; i < names.Length; i++)
        {
            if (!row.TryGetValue(names[i], out values[i])) return Predict(row.AsEnumerable(), report);
            found++;
        }

        // What else there is may be a mistaken name.
        if (found < row.Count) return Predict(row.AsEnumerable(), report);
        Span<double> inputs = encoder.Width <= FewInputs ? stackalloc double[encoder.Width] : new double[encoder.Width];
        inputs.Clear();
        for (int i = 0; i < values.Length; i++) encoder.Encode(i, ValueOf(names[i], values[i]), inputs, report);
        return Predict(inputs);
    }

    /// <summary>Predicts a row given by the names of its columns, in whatever order, and with spaces around them.</summary>
    public RowPrediction Predict(IEnumerable<KeyValuePair<string, object?>> row, EncodingReport? report)
    {
        FieldValue[] values = new FieldValue[encoder.Names.Length];
        bool[] isGiven = new bool[encoder.Names.Length];
        foreach ((string name, object? value) in row)
        {
            if (!positions.TryGetValue(name, out int position) && !positions.TryGetValue(UnicodeForm.Composed(name.Trim()), out position))
            {
                if (name == model.Schema.Target.Name) continue;
                throw Problem($"there is no column {Quoted.Text(name)} in the model{Suggestion(name)}");
            }

            if (isGiven[position]) throw Problem($"column {Quoted.Text(name)} is given twice");
            isGiven[position] = true;
            values[position] = ValueOf(name, value);
        }

        for (int i = 0; i < isGiven.Length; i++)
            if (!isGiven[i]) RequireOptional(i, [.. row.Select(field => field.Key)]);
        Span<double> inputs = encoder.Width <= FewInputs ? stackalloc double[encoder.Width] : new double[encoder.Width];
        inputs.Clear();
        for (int i = 0; i < values.Length; i++) encoder.Encode(i, values[i], inputs, report);
        return Predict(inputs);
    }

    /// <summary>Predicts a row from an object's properties.</summary>
    public RowPrediction Predict<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(
        T row, EncodingReport? report)
        where T : notnull
    {
        if (!accessors.TryGetValue(typeof(T), out object? found)) accessors[typeof(T)] = found = AccessorsOf<T>();
        Func<T, FieldValue>?[] read = (Func<T, FieldValue>?[])found;
        Span<double> inputs = encoder.Width <= FewInputs ? stackalloc double[encoder.Width] : new double[encoder.Width];
        inputs.Clear();
        for (int i = 0; i < read.Length; i++) encoder.Encode(i, read[i]?.Invoke(row) ?? FieldValue.Missing, inputs, report);
        return Predict(inputs);
    }

    private Func<T, FieldValue>?[] AccessorsOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>()
    {
        PropertyAccessors<T> properties = new();
        Func<T, FieldValue>?[] read = new Func<T, FieldValue>?[encoder.Names.Length];
        foreach ((string name, int position) in positions)
        {
            read[position] = properties.Find(name);
            if (read[position] is null) RequireOptional(position, properties.Names);
        }

        return read;
    }

    private static FieldValue ValueOf(string column, object? value) => FieldValue.Of(value)
        ?? throw Problem($"the value of column {Quoted.Text(column)} is a {value!.GetType().Name} — give a number, text, bool or date");

    private RowPrediction Predict(ReadOnlySpan<double> inputs)
    {
        Tensor features = RowEncoder.ToTensor(inputs, shape, model.Settings.DType);
        Tensor outputs = predictor.Predict(features);
        TargetSchema target = model.Schema.Target;
        int likeliest = 0;
        double number = OutputAt(outputs, 0);
        bool isFinite = double.IsFinite(number);
        if (target is NumberTarget numbers)
        {
            number = numbers.Scaling.Restore(number);
            isFinite = double.IsFinite(number);
        }
        else if (outputs.Length == 1)
        {
            likeliest = number > 0 ? 1 : 0;
        }

        for (int i = 1; i < outputs.Length; i++)
        {
            double output = OutputAt(outputs, i);
            isFinite &= double.IsFinite(output);
            if (output > number) (likeliest, number) = (i, output);
        }

        if (!isFinite) throw model.NoAnswer(FieldEncodings.Place, null, features);
        return new RowPrediction(target, outputs, likeliest, number);
    }

    private static double OutputAt(Tensor outputs, int place) =>
        outputs.DType == DType.Float32 ? outputs.AsSpan<float>()[place] : outputs.AsSpan<double>()[place];

    /// <summary>Refuses a row without a column of which no row was without a value in training.</summary>
    private void RequireOptional(int position, IReadOnlyCollection<string> given)
    {
        FeatureSchema feature = model.Schema.Features[position];
        if (feature.HadMissing) return;
        string hint = Spelling.Nearest(feature.Name, given) is { } nearest
            ? $" — is it {Quoted.Text(nearest)}?"
            : " — give it, or null if it is missing";
        throw Problem($"column {Quoted.Text(feature.Name)} is left out, and no training row was without it{hint}");
    }

    private string Suggestion(string name) => Spelling.Nearest(name, positions.Keys) is { } nearest
        ? $" — did you mean {Quoted.Text(nearest)}?"
        : $" — its columns are {Quoted.List(positions.Keys, 12)}";

    private static TableException Problem(string problem) => new(FieldEncodings.Place, null, null, problem);
}
