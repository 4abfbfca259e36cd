namespace Denpa;

/// <summary>How much each class counts.</summary>
internal sealed class ClassWeights
{
    private readonly double[] weights;

    public ClassWeights(IReadOnlyList<double> weights)
    {
        foreach (double weight in weights) NumberRange.RequireNotNegative(weight, "a class weight");
        this.weights = [.. weights];
    }

    /// <summary>The weights of predictions' classes, along their last axis.</summary>
    /// <exception cref="ShapeException">There is not one weight for each class.</exception>
    public Tensor For(Tensor predictions, string operation)
    {
        if (predictions.Shape[-1] != weights.Length)
        {
            throw new ShapeException(
                $"{operation}: predictions {predictions.Shape} have {predictions.Shape[-1]} classes on the last axis, " +
                $"but there are {weights.Length} class weights");
        }

        return All(predictions.DType);
    }

    /// <summary>The weight of each target's class.</summary>
    public Tensor Of(Tensor targets, DType dtype) => All(dtype).Gather(targets);

    /// <summary>Whether all of these class indices are of classes that count for nothing.</summary>
    public bool AreZero(ReadOnlySpan<long> targets)
    {
        foreach (long target in targets)
        {
            if (target < 0 || target >= weights.Length || weights[target] != 0) return false;
        }

        return true;
    }

    private Tensor All(DType dtype) => Tensor.From<double>(weights).To(dtype);
}
