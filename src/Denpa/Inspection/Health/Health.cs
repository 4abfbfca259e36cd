namespace Denpa;

/// <summary>Looks at how numbers flow through a network, forward and back, and says where they get stuck.</summary>
public static class Health
{
    /// <summary>
    /// Runs a batch forward and back through a model, in the mode that it is in, and looks at each layer that has no layers inside.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="loss">A loss that reduces to one number.</param>
    /// <param name="features">The batch's features, samples along axis 0.</param>
    /// <param name="targets">The batch's targets.</param>
    /// <param name="weights">How much each sample counts, or null.</param>
    /// <exception cref="DenpaException">The batch does not fit the model or the loss.</exception>
    public static HealthReport Examine(Layer model, Loss loss, Tensor features, Tensor targets, Tensor? weights = null)
    {
        Recording recording = new();
        Tensor value;
        using (Graph.Record(recording)) value = loss.Forward(model.Forward(features), targets, weights);
        ILookup<string?, Invocation> byLayer = recording.Invocations.ToLookup(invocation => invocation.Layer);
        (Module Module, Invocation[] Ran)[] layers =
        [
            .. model.Modules
                .Where(module => !module.Children.Any())
                .Select(module => (module, byLayer[module.Path].ToArray()))
                .Where(layer => layer.Item2.Length > 0),
        ];
        Tensor[] outputs = [.. layers.Select(layer => layer.Ran[^1].Output)];
        Gradients gradients = value.Backward(retain: [.. outputs.Where(output => output.IsTracked)]);
        return new HealthReport(
        [
            .. layers.Zip(outputs, (layer, output) => Examine(layer.Module, layer.Ran[0].Inputs[0], output, gradients.TryGet(output))),
        ]);
    }

    private static LayerHealth Examine(Module layer, Tensor input, Tensor output, Tensor? gradient)
    {
        double[] outputs = Numbers(output);
        double mean = outputs.Average();
        int units = outputs.Length / output.Shape[0];
        double[]? slopes = layer is Activation activation and not (Softmax or LogSoftmax) ? Slopes(activation, input) : null;
        return new LayerHealth(layer.Path, layer.ToString(), layer.Parameters.Any())
        {
            OutputMean = mean,
            OutputDeviation = Math.Sqrt(outputs.Average(number => (number - mean) * (number - mean))),
            GradientNorm = gradient is null ? null : Math.Sqrt(Numbers(gradient).Sum(number => number * number)),
            Units = units,
            DeadUnits = slopes is null ? null : CountDead(slopes, units),
            SaturatedShare = slopes is not null && SteepestSlope(layer) is { } steepest ? ShareOfFlat(slopes, steepest) : null,
        };
    }

    /// <summary>The derivative of an activation at each of its inputs, which it takes one by one.</summary>
    private static double[] Slopes(Activation activation, Tensor input)
    {
        Tensor watched = input.Detach().Watch();
        Tensor output = activation.Forward(watched);
        return Numbers(output.Backward(Tensor.Ones(output.Shape, output.DType))[watched]);
    }

    /// <summary>The greatest derivative of an activation that flattens out on both sides.</summary>
    private static double? SteepestSlope(Module activation) => activation switch
    {
        Sigmoid => 0.25,
        Tanh => 1,
        _ => null,
    };

    /// <summary>How many columns of [samples, units] are all 0.</summary>
    private static int CountDead(double[] slopes, int units)
    {
        bool[] isAlive = new bool[units];
        for (int i = 0; i < slopes.Length; i++) isAlive[i % units] |= slopes[i] != 0;
        return isAlive.Count(alive => !alive);
    }

    private static double ShareOfFlat(double[] slopes, double steepest) =>
        slopes.Count(slope => Math.Abs(slope) < LayerHealth.Flat * steepest) / (double)slopes.Length;

    private static double[] Numbers(Tensor tensor) => tensor.Detach().To(DType.Float64).AsSpan<double>().ToArray();
}
