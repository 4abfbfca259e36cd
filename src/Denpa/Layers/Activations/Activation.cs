namespace Denpa;

/// <summary>A layer without parameters that puts every input through one function.</summary>
public abstract class Activation : Module
{
    private readonly Func<Tensor, Tensor> function;
    private readonly string settings;

    private protected Activation(Func<Tensor, Tensor> function, string settings = "")
    {
        this.function = function;
        this.settings = settings;
    }

    /// <summary>Such as <c>Relu</c> or <c>LeakyRelu(slope 0.01)</c>.</summary>
    public sealed override string ToString() => settings.Length == 0 ? GetType().Name : $"{GetType().Name}({settings})";

    /// <inheritdoc/>
    public sealed override bool ComputesFromTensorsAlone => true;

    /// <inheritdoc/>
    protected sealed override Tensor Compute(Tensor input) => function(input);
}
