namespace Denpa;

public abstract partial class Module
{
    private readonly List<(string Name, Generator Generator)> generators = [];

    /// <summary>
    /// The generators that this module and all inside it draw from, by path from the outermost module: their states belong into
    /// a checkpoint.
    /// </summary>
    public IEnumerable<(string Name, Generator Generator)> Generators => Modules.SelectMany(
        module => module.generators.Select(entry => (module.PathOf(entry.Name), entry.Generator)));

    /// <summary>Makes a generator known as one that this module draws from.</summary>
    /// <param name="generatorName">The generator's name, without a dot, not used before in this module.</param>
    /// <param name="generator">The generator; several modules may share one.</param>
    /// <exception cref="ArgumentException">The name is taken or malformed.</exception>
    protected Generator Register(string generatorName, Generator generator)
    {
        RequireFree(generatorName);
        generators.Add((generatorName, generator));
        return generator;
    }
}
