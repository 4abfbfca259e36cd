using System.Diagnostics.CodeAnalysis;

namespace Denpa;

/// <summary>
/// A part of a network: it has variables and is made of smaller modules, which it registers by name and in order, in its constructor.
/// What it computes, from how many tensors, is its own affair; the usual kind, from one tensor to one, is a <see cref="Layer"/>.
/// </summary>
public abstract partial class Module
{
    private readonly List<(string Name, Module Module)> children = [];
    private readonly List<(string Name, Variable Variable)> variables = [];
    private Module? parent;
    private string name = "";

    /// <summary>The path from the outermost module, such as <c>encoder.0</c>; empty for the outermost.</summary>
    public string Path => parent is null ? "" : parent.PathOf(name);

    /// <summary>Whether the module behaves as in training, which only some layers, such as dropout, tell apart. True at first.</summary>
    public bool IsTraining
    {
        get;
        private set
        {
            if (field != value) NoteChange();
            field = value;
        }
    } = true;

    /// <summary>
    /// Whether what the module computes depends on tensors and its mode alone: on its input, its variables, what it draws through ops such
    /// as <c>Tensor.Normal</c>, and constants that stay as they are. Then a training may replay a recorded step instead of running the
    /// module again. A module that reads a number which changes, a counter, a clock or a random number of its own must leave it false, and
    /// runs op by op. A module speaks for itself, not for those inside it; all of Denpa's own say so.
    /// </summary>
    public virtual bool ComputesFromTensorsAlone => OwnCode.Declares(this);

    /// <summary>This module's own variables, without those of the modules inside it.</summary>
    internal IEnumerable<Variable> OwnVariables => variables.Select(entry => entry.Variable);

    /// <summary>Whether this module has parameters of its own and all of them are frozen.</summary>
    internal bool IsFrozen
    {
        get
        {
            Parameter[] own = [.. OwnVariables.OfType<Parameter>()];
            return own.Length > 0 && Array.TrueForAll(own, parameter => parameter.IsFrozen);
        }
    }

    /// <summary>The mode of this module and of each inside it.</summary>
    internal ValueList<(Module Module, bool IsTraining)> Modes => [.. Modules.Select(module => (module, module.IsTraining))];

    /// <summary>How many times a mode has changed in this module or inside it, or a part was registered.</summary>
    internal int Changes { get; private set; }

    /// <summary>The modules directly inside this one, in the order of their registration.</summary>
    public IEnumerable<(string Name, Module Module)> Children => children;

    /// <summary>All parameters, this module's own first, then its children's, in the order of registration.</summary>
    public IEnumerable<Parameter> Parameters => new ModuleParameters(this);

    /// <summary>
    /// All that changes in place, parameters and other variables, this module's own first, then its children's, in the order of
    /// registration.
    /// </summary>
    public IEnumerable<Variable> Variables
    {
        get
        {
            foreach ((_, Variable variable) in variables) yield return variable;
            foreach ((_, Module child) in children)
            {
                foreach (Variable variable in child.Variables) yield return variable;
            }
        }
    }

    /// <summary>This module and all inside it, outermost first.</summary>
    public IEnumerable<Module> Modules => children.SelectMany(child => child.Module.Modules).Prepend(this);

    /// <summary>What the module is called in a summary: its kind and its sizes.</summary>
    public override string ToString() => GetType().Name;

    /// <summary>Puts this module and all inside it into training mode.</summary>
    public void Train() => SetTraining(true);

    /// <summary>Puts this module and all inside it into the mode for use: nothing random.</summary>
    public void Evaluate() => SetTraining(false);

    /// <summary>
    /// Runs what the module computes as its own: recordings note its path, and errors on the way name it. A module calls it in the
    /// methods by which it is used.
    /// </summary>
    /// <param name="compute">What it computes.</param>
    /// <exception cref="DenpaException">What it is given does not fit.</exception>
    protected TResult Within<TResult>(Func<TResult> compute)
    {
        using GraphScope recorded = Scope.Current.Recording is null ? default : Scope.Enter(scope => scope with { Layer = Path });
        try
        {
            return compute();
        }
        catch (DenpaException error) when (parent is not null && error.NoteLayer(Path))
        {
            throw;
        }
    }

    /// <summary>Makes a module a child of this one.</summary>
    /// <param name="childName">The child's name, without a dot, not used before in this module.</param>
    /// <param name="child">A module that has no parent yet.</param>
    /// <exception cref="ArgumentException">The name is taken or malformed, or the child has a parent already.</exception>
    protected TModule Register<TModule>(string childName, TModule child)
        where TModule : Module
    {
        RequireFree(childName);
        if (child.parent is not null) ThrowRegistered("module", childName, child.Path);
        (child.parent, child.name) = (this, childName);
        children.Add((childName, child));
        NoteChange();
        return child;
    }

    /// <summary>Lets a child go, which may become another's then.</summary>
    private protected void Release(Module child)
    {
        children.RemoveAll(each => each.Module == child);
        (child.parent, child.name) = (null, "");
        NoteChange();
    }

    /// <summary>Makes a parameter of this module.</summary>
    /// <param name="parameterName">The parameter's name, without a dot, not used before in this module.</param>
    /// <param name="parameter">A parameter that no module has yet.</param>
    /// <exception cref="ArgumentException">The name is taken or malformed, or the parameter has a module already.</exception>
    protected Parameter Register(string parameterName, Parameter parameter)
    {
        Register(parameterName, (Variable)parameter);
        return parameter;
    }

    /// <summary>Makes a variable of this module, such as a running mean: its state is the module's, and training leaves it alone.</summary>
    /// <param name="variableName">The variable's name, without a dot, not used before in this module.</param>
    /// <param name="variable">A variable that no module has yet.</param>
    /// <exception cref="ArgumentException">The name is taken or malformed, or the variable has a module already.</exception>
    protected Variable Register(string variableName, Variable variable)
    {
        RequireFree(variableName);
        if (variable.IsRegistered) ThrowRegistered(variable is Parameter ? "parameter" : "variable", variableName, variable.Name);
        variable.Register(() => PathOf(variableName));
        variables.Add((variableName, variable));
        NoteChange();
        return variable;
    }

    /// <summary>Gives each module the mode that it had.</summary>
    internal static void RestoreModes(ValueList<(Module Module, bool IsTraining)> modes)
    {
        foreach ((Module module, bool isTraining) in modes) module.IsTraining = isTraining;
    }

    /// <summary>Whether a path is this module's or that of a module inside it.</summary>
    internal bool Contains(string path) => path == Path || Path.Length == 0 || path.StartsWith($"{Path}.", StringComparison.Ordinal);

    private void NoteChange()
    {
        for (Module? module = this; module is not null; module = module.parent) module.Changes++;
    }

    private void SetTraining(bool training)
    {
        foreach (Module module in Modules) module.IsTraining = training;
    }

    private string PathOf(string member) => parent is null ? member : $"{Path}.{member}";

    private void RequireFree(string member)
    {
        if (member.Length == 0 || member.Contains('.'))
        {
            throw new ArgumentException($"\"{member}\" cannot name a part of a module: a name has a letter and no dot", nameof(member));
        }

        bool taken = children.Any(child => child.Name == member)
            || variables.Any(variable => variable.Name == member)
            || generators.Any(generator => generator.Name == member);
        if (taken) throw new ArgumentException($"\"{member}\" is registered already in {GetType().Name}", nameof(member));
    }

    [DoesNotReturn]
    private static void ThrowRegistered(string kind, string member, string registeredAs) => throw new ArgumentException(
        $"the {kind} to be \"{member}\" is registered already, as \"{registeredAs}\"; a {kind} has one place", nameof(member));
}
