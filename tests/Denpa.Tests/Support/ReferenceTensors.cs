namespace Denpa.Tests.Support;

/// <summary>Fixtures' tensors as Denpa's.</summary>
public static class ReferenceTensors
{
    extension(ReferenceTensor reference)
    {
        /// <summary>The tensor in its own element type.</summary>
        public Tensor ToTensor() => reference.DType switch
        {
            "float32" => Tensor.From([.. reference.Values.Select(value => (float)value)], reference.Shape),
            "int64" => Tensor.From([.. reference.Values.Select(value => (long)value)], reference.Shape),
            _ => Tensor.From(reference.Values, reference.Shape),
        };
    }
}
