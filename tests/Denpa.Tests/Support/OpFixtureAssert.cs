namespace Denpa.Tests.Support;

/// <summary>
/// An op held against a case that PyTorch computed, forward and every gradient, and against what it declares about memory.
/// </summary>
public static class OpFixtureAssert
{
    /// <summary>
    /// In float64 the op agrees with PyTorch. In float32 it agrees with its float64 self at the same inputs, rounded to float32, so that
    /// only the op's own errors count.
    /// </summary>
    /// <param name="reference">The case.</param>
    /// <param name="operation">The op on the case's inputs; its attributes are read from the case by the caller.</param>
    /// <param name="relative">The relative error allowed in float64; a hundredth of it is allowed as an absolute one.</param>
    /// <param name="relativeInFloat32">The relative error allowed in float32; a tenth of it is allowed as an absolute one.</param>
    public static void Agrees(
        ReferenceCase reference, Func<Tensor[], Tensor> operation, double relative = 1e-12, double relativeInFloat32 = 1e-5)
    {
        Run exact = Run.Of(operation, reference, DType.Float64, value => value);
        Agrees(reference.Output, exact.Output, relative, $"{reference}, output");
        for (int i = 0; i < exact.Gradients.Length; i++)
        {
            Assert.Equal(reference.Gradients[i] is null, exact.Gradients[i] is null);
            if (reference.Gradients[i] is { } gradient) Agrees(gradient, exact.Gradients[i]!, relative, $"{reference}, gradient {i}");
        }

        Run rounded = Run.Of(operation, reference, DType.Float64, value => (float)value);
        Run single = Run.Of(operation, reference, DType.Float32, value => value);
        AgreesInFloat32(rounded.Output, single.Output, relativeInFloat32, $"{reference}, output in float32");
        foreach ((int i, Tensor? gradient) in rounded.Gradients.Index())
        {
            if (gradient is null) continue;
            AgreesInFloat32(gradient, single.Gradients[i]!, relativeInFloat32, $"{reference}, gradient {i} in float32");
        }
    }

    private static void Agrees(ReferenceTensor expected, Tensor actual, double relative, string what) =>
        TensorAssert.Close(expected.Shape, expected.Values, actual, relative, relative / 100, what);

    private static void AgreesInFloat32(Tensor expected, Tensor actual, double relative, string what)
    {
        Assert.Equal(expected.DType == DType.Float64 ? DType.Float32 : expected.DType, actual.DType);
        TensorAssert.Close(expected.Shape, TensorAssert.Values(expected), actual, relative, relative / 10, what);
    }

    /// <summary>The op run once forward and backward. A gradient is null where the input is not floating-point.</summary>
    private sealed record Run(Tensor Output, Tensor?[] Gradients)
    {
        public static Run Of(Func<Tensor[], Tensor> operation, ReferenceCase reference, DType floating, Func<double, double> round)
        {
            Tensor[] inputs = [.. reference.Inputs.Select((input, i) => Input(input, floating, round, $"input {i}"))];
            return DeclarationAssert.Holds(() =>
            {
                Tensor output = operation(inputs);
                Gradients gradients = output.Backward(Floating(reference.Upstream, floating, round));
                return new Run(output, [.. inputs.Select(input => input.IsTracked ? gradients[input] : null)]);
            });
        }

        private static Tensor Input(ReferenceTensor input, DType floating, Func<double, double> round, string name) => input.DType switch
        {
            "bool" => Tensor.From([.. input.Values.Select(value => value != 0)], input.Shape),
            "int64" => Tensor.From([.. input.Values.Select(value => (long)value)], input.Shape),
            "uint8" => Tensor.From([.. input.Values.Select(value => (byte)value)], input.Shape),
            _ => Floating(input, floating, round).Watch(name),
        };

        private static Tensor Floating(ReferenceTensor tensor, DType dtype, Func<double, double> round) => dtype == DType.Float32
            ? Tensor.From([.. tensor.Values.Select(value => (float)value)], tensor.Shape)
            : Tensor.From([.. tensor.Values.Select(round)], tensor.Shape);
    }
}
