namespace Denpa.Tables;

/// <summary>Rows of a table as the tensors that the engine takes.</summary>
internal static class TableTensors
{
    /// <summary>Inputs, [rows, inputs].</summary>
    public static Tensor Features(TableSchema schema, Table table, ReadOnlySpan<int> rows, DType dtype, EncodingReport? report = null)
    {
        Shape shape = [rows.Length, schema.InputCount];
        return dtype == DType.Float32
            ? Tensor.Adopt(schema.EncodeFeatures<float>(table, rows, report), shape)
            : Tensor.Adopt(schema.EncodeFeatures<double>(table, rows, report), shape);
    }

    /// <summary>Targets as the loss takes them: class indices [rows], or numbers [rows, 1] for a regression or two classes.</summary>
    public static Tensor Targets(TableSchema schema, Table table, ReadOnlySpan<int> rows, DType dtype)
    {
        if (schema.Target.Task == TableTask.Regression)
        {
            return Tensor.Adopt(schema.EncodeTargets<double>(table, rows), [rows.Length, 1]).To(dtype);
        }

        Tensor labels = Tensor.Adopt(schema.EncodeLabels(table, rows), [rows.Length]);
        return schema.OutputCount == 1 ? labels.To(dtype).Reshape(-1, 1) : labels;
    }

    /// <summary>What each row counts in the loss by its class, [rows].</summary>
    public static Tensor Weights(TableSchema schema, Table table, ReadOnlySpan<int> rows, double[] classWeights, DType dtype)
    {
        double[] weights = Array.ConvertAll(schema.EncodeLabels(table, rows), label => classWeights[label]);
        return Tensor.Adopt(weights, [weights.Length]).To(dtype);
    }
}
