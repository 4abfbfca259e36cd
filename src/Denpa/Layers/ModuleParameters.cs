using System.Collections;

namespace Denpa;

/// <summary>The parameters of a module.</summary>
/// <param name="module">The module.</param>
internal sealed class ModuleParameters(Module module) : IParameterSource
{
    public string Absence
    {
        get
        {
            string kind = module.GetType().Name;
            return module.UnregisteredParts().FirstOrDefault() is { } part
                ? $"{kind} does not register its {part}; in its constructor, write {part} = Register(\"{part}\", …)"
                : $"{kind} has none; a module has those of the parts that it registers, as in Register(\"hidden\", new Linear(…))";
        }
    }

    public IEnumerator<Parameter> GetEnumerator() => module.Variables.OfType<Parameter>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
