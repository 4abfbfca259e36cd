namespace Denpa;

public abstract partial class Layer
{
    /// <summary>
    /// What each layer makes of a batch, found by running it once on zeros in the mode for use: one entry for each module that
    /// has parameters of its own or nothing inside.
    /// </summary>
    /// <param name="input">The batch's shape, such as [1, 64].</param>
    /// <param name="dtype">The batch's element type.</param>
    /// <exception cref="DenpaException">The shape or element type does not fit.</exception>
    public IReadOnlyList<LayerDescription> Describe(Shape input, DType dtype = DType.Float32)
    {
        Recording recording = new();
        RunForUse(Tensor.Zeros(input, dtype), recording);
        List<LayerDescription> layers = [];
        Shape shape = input;
        foreach (Module module in Modules)
        {
            if (!module.OwnVariables.Any() && module.Children.Any()) continue;
            shape = recording.Invocations.LastOrDefault(invocation => module.Contains(invocation.Layer!))?.Output.Shape ?? shape;
            long parameterCount = module.OwnVariables.OfType<Parameter>().Sum(parameter => (long)parameter.Value.Length);
            layers.Add(new LayerDescription(module.Path, module.ToString(), shape, parameterCount) { IsFrozen = module.IsFrozen });
        }

        return layers;
    }

    private void RunForUse(Tensor input, Recording recording)
    {
        ValueList<(Module Module, bool IsTraining)> modes = Modes;
        using GraphScope constant = Graph.WithoutGradients();
        using GraphScope recorded = Graph.Record(recording);
        Evaluate();
        try
        {
            Forward(input);
        }
        finally
        {
            RestoreModes(modes);
        }
    }
}

/// <summary>One layer of a summary.</summary>
/// <param name="Path">The layer's path from the outermost module.</param>
/// <param name="Kind">Its kind and sizes, such as <c>Linear(64 → 32)</c>.</param>
/// <param name="OutputShape">What it makes of the batch; a layer that runs no op hands on what the one before it made.</param>
/// <param name="ParameterCount">How many numbers it learns itself, without the layers inside it.</param>
public sealed record LayerDescription(string Path, string Kind, Shape OutputShape, long ParameterCount)
{
    /// <summary>Whether it has parameters and training leaves all of them as they are.</summary>
    public bool IsFrozen { get; init; }
}
