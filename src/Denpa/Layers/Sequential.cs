namespace Denpa;

/// <summary>Modules one after another, named 0, 1, 2, … as in PyTorch.</summary>
public sealed class Sequential : Module
{
    /// <summary>A module that runs these in order.</summary>
    /// <exception cref="ArgumentException">One of them is part of another module already.</exception>
    public Sequential(params IEnumerable<Module> modules)
    {
        int position = 0;
        foreach (Module module in modules) Register(position++.ToString(System.Globalization.CultureInfo.InvariantCulture), module);
    }

    /// <inheritdoc/>
    public override bool ComputesFromTensorsAlone => true;

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input)
    {
        foreach ((_, Module module) in Children) input = module.Forward(input);
        return input;
    }
}
