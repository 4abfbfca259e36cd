namespace Denpa;

/// <summary>A layer without parameters that puts every input through one function.</summary>
public abstract class Activation : Layer
{
    private readonly Func<Tensor, Tensor> function;
    private readonly string settings;

    /// <summary>An activation of another program: to be replayed, it says of itself that it computes from tensors alone.</summary>
    /// <param name="function">What is done to every input, written in ops.</param>
    /// <param name="settings">What a summary says of it besides its name, such as <c>slope 0.01</c>.</param>
    protected Activation(Func<Tensor, Tensor> function, string settings = "")
    {
        this.function = function;
        this.settings = settings;
    }

    /// <summary>Such as <c>Relu</c> or <c>LeakyRelu(slope 0.01)</c>.</summary>
    public sealed override string ToString() => settings.Length == 0 ? GetType().Name : $"{GetType().Name}({settings})";

    /// <summary>None, unless the function has numbers of its own.</summary>
    public override IReadOnlyDictionary<string, double>? Attributes => OwnCode.Declares(this) ? NoAttributes : null;

    internal sealed override Shape? OutputShape(Shape? input) => input;

    /// <inheritdoc/>
    protected sealed override Tensor Compute(Tensor input) => function(input);
}
