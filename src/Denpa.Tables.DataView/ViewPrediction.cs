using Microsoft.ML;

namespace Denpa.Tables;

/// <summary>Encodes the rows of a view, some at a time, and asks a model about them.</summary>
internal sealed class ViewPrediction(TableModel model, IDataView view, EncodingReport? report)
{
    private const int RowsAtOnce = Predictor.DefaultBatchSize;

    private readonly RowEncoder encoder = new(model.Schema);

    /// <summary>The network's outputs, [some rows, outputs], in the view's order.</summary>
    /// <param name="targets">Is given each row's target, and rows without one are left out; null to take all rows.</param>
    public IEnumerable<Tensor> Outputs(List<string>? targets)
    {
        ViewField[] fields = new ViewColumns(view).Require([.. encoder.Names, .. TargetNames(targets is not null)]);
        using ViewCursor cursor = new(view, fields);
        double[] inputs = new double[RowsAtOnce * encoder.Width];
        int[] numbers = new int[RowsAtOnce];
        int count = 0;
        for (int number = 1; cursor.MoveNext(); number++)
        {
            if (targets is not null)
            {
                FieldValue target = fields[^1].Value;
                if (encoder.Missing.IsMissing(target, model.Schema.Target.AreNumbers)) continue;
                targets.Add(target.Text);
            }

            Encode(fields, inputs.AsSpan(count * encoder.Width, encoder.Width), number);
            numbers[count++] = number;
            if (count < RowsAtOnce) continue;
            yield return OutputsOf(inputs, numbers, count);
            Array.Clear(inputs);
            count = 0;
        }

        if (count > 0) yield return OutputsOf(inputs, numbers, count);
    }

    private IEnumerable<string> TargetNames(bool areAsked) => areAsked ? [model.Schema.Target.Name] : [];

    private void Encode(ViewField[] fields, Span<double> inputs, int number)
    {
        try
        {
            for (int i = 0; i < encoder.Names.Length; i++) encoder.Encode(i, fields[i].Value, inputs, report);
        }
        catch (TableException problem) when (problem is { Path: FieldEncodings.Place, Row: null })
        {
            string told = problem.Message[(FieldEncodings.Place.Length + 2)..];
            throw new TableException(ViewColumns.Place, number, null, told, problem);
        }
    }

    private Tensor OutputsOf(double[] inputs, int[] numbers, int count)
    {
        Shape shape = [count, encoder.Width];
        Tensor encoded = RowEncoder.ToTensor(inputs.AsSpan(0, count * encoder.Width), shape, model.Settings.DType);
        return model.OutputsOf(encoded, ViewColumns.Place, row => numbers[row]);
    }
}
