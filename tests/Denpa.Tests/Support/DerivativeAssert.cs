namespace Denpa.Tests.Support;

/// <summary>Derivatives held against central differences, under a random gradient of the output.</summary>
public static class DerivativeAssert
{
    /// <summary>The first derivatives with respect to all float64 inputs.</summary>
    public static void First(Func<IReadOnlyList<Tensor>, Tensor> operation, params Tensor[] inputs) =>
        TensorAssert.Passes(GradientCheck.Run(operation, inputs, new Generator(11)));

    /// <summary>
    /// The first derivatives, and the second ones: those of each gradient with respect to every input and to the output's gradient.
    /// </summary>
    public static void FirstAndSecond(Func<IReadOnlyList<Tensor>, Tensor> operation, params Tensor[] inputs)
    {
        First(operation, inputs);
        Generator generator = new(13);
        Tensor upstream = Tensor.Uniform(operation(inputs).Shape, generator, -1, 1, DType.Float64);
        for (int i = 0; i < inputs.Length; i++)
        {
            if (inputs[i].DType != DType.Float64) continue;
            int input = i;
            TensorAssert.Passes(GradientCheck.Run(all => Gradient(operation, all, input), [.. inputs, upstream], generator));
        }
    }

    private static Tensor Gradient(Func<IReadOnlyList<Tensor>, Tensor> operation, IReadOnlyList<Tensor> inputsAndUpstream, int input)
    {
        // The check takes its differences without gradients, of which this function consists.
        using GraphScope differentiates = Scope.Enter(scope => scope with { Differentiates = true });
        Tensor[] inputs = [.. inputsAndUpstream.SkipLast(1)];
        Tensor gradient = operation(inputs).Backward(inputsAndUpstream[^1], createGraph: true)[inputs[input]];
        // A gradient that is 0 everywhere is linked to nothing; the sum links it, and its differences have to be 0.
        return gradient + (inputsAndUpstream[^1].Sum() * 0);
    }

    /// <summary>Float64 numbers drawn evenly from a range.</summary>
    public static Tensor Between(double low, double high, params int[] shape) =>
        Tensor.Uniform(shape, new Generator(17), low, high, DType.Float64);
}
