using System.Diagnostics.CodeAnalysis;

namespace Denpa;

/// <summary>
/// A rule that changes parameters by their gradients. Each update is an op in place that reads the learning rate and the step
/// count when it runs, so a recording of a step holds all of it.
/// </summary>
public abstract partial class Optimizer
{
    private readonly List<Slot> slots = [];
    private readonly Variable stepCount = Variable.Of(Tensor.Zeros([], DType.Int64));

    /// <summary>An optimizer of another program, with state of zeros, which overrides <see cref="Update"/>.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="stateNames">What the rule remembers for each element of a parameter, such as <c>velocity</c>.</param>
    /// <exception cref="ArgumentException">There is no group, or a parameter is named twice.</exception>
    protected Optimizer(IEnumerable<ParameterGroup> groups, params ReadOnlySpan<string> stateNames)
        : this(groups, _ => null, stateNames)
    {
    }

    /// <summary>An optimizer of these groups, with state of zeros.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="updateOf">The update of a group's parameters.</param>
    /// <param name="stateNames">What the rule remembers for each element of a parameter, such as <c>velocity</c>.</param>
    /// <exception cref="ArgumentException">There is no group, or a parameter is named twice.</exception>
    private protected Optimizer(
        IEnumerable<ParameterGroup> groups, Func<ParameterGroup, UpdateOp?> updateOf, params ReadOnlySpan<string> stateNames)
    {
        Groups = [.. groups];
        if (Groups.Count == 0) throw new ArgumentException("an optimizer needs a parameter group", nameof(groups));
        HashSet<Parameter> seen = [];
        foreach (ParameterGroup group in Groups)
        {
            UpdateOp? update = updateOf(group);
            foreach (Parameter parameter in group.Parameters)
            {
                if (!seen.Add(parameter)) throw new ArgumentException($"parameter \"{parameter.Name}\" is given twice", nameof(groups));
                slots.Add(new Slot(group, update, parameter, stateNames));
            }
        }
    }

    /// <summary>
    /// Whether a step depends on tensors alone: on gradients, parameters, the learning rate and what the rule remembers. Then a training
    /// may replay it.
    /// </summary>
    public virtual bool ComputesFromTensorsAlone => OwnCode.Declares(this);

    /// <summary>The parameter groups.</summary>
    public IReadOnlyList<ParameterGroup> Groups { get; }

    /// <summary>How many steps were taken.</summary>
    public long StepCount => (long)stepCount.Value.Item();

    /// <summary>Changes every parameter by its gradient, but for those that are frozen.</summary>
    /// <exception cref="GraphException">A parameter has no gradient; nothing has changed then.</exception>
    public void Step(Gradients gradients)
    {
        Tensor?[] found = [.. slots.Select(slot => gradients.TryGet(slot.Parameter))];
        if (slots.Zip(found).Any(each => Lacks(each.First, each.Second))) ThrowWithoutGradient(found);
        using GraphScope constant = Graph.WithoutGradients();
        AdvanceStepCountOp.Instance.Apply(stepCount.Value);
        for (int i = 0; i < slots.Count; i++)
        {
            Slot slot = slots[i];
            if (slot.Parameter.IsFrozen) continue;
            Tensor rate = slot.Group.LearningRateVariable.Value;
            if (slot.Update is { } update)
            {
                update.Apply([slot.Parameter.Value, found[i]!, rate, stepCount.Value, .. slot.State.Select(variable => variable.Value)]);
            }
            else
            {
                Update(new ParameterUpdate(slot.Parameter, found[i]!, rate, stepCount.Value, slot.Group.WeightDecay, slot.State));
            }
        }
    }

    /// <summary>
    /// Changes one parameter: the rule of an optimizer of another program, written in ops that end in <see cref="Variable.Assign"/>.
    /// </summary>
    /// <exception cref="NotSupportedException">It is not overridden.</exception>
    protected virtual void Update(ParameterUpdate update) =>
        throw new NotSupportedException($"step: {GetType().Name} does not say how it changes a parameter; override {nameof(Update)}");

    private static bool Lacks(Slot slot, Tensor? gradient) => gradient is null && !slot.Parameter.IsFrozen;

    [DoesNotReturn]
    private void ThrowWithoutGradient(Tensor?[] found)
    {
        IEnumerable<string> names = slots.Where((slot, i) => Lacks(slot, found[i])).Select(slot => $"\"{slot.Parameter.Name}\"");
        throw new GraphException(
            $"step: no gradient for {string.Join(", ", names)}: the loss does not depend on it; " +
            "use it in the loss, or leave it out of the optimizer's parameters");
    }

    /// <summary>One parameter with what the rule remembers of it.</summary>
    private sealed class Slot(ParameterGroup group, UpdateOp? update, Parameter parameter, ReadOnlySpan<string> stateNames)
    {
        private Variable[]? state;

        public ParameterGroup Group { get; } = group;

        public UpdateOp? Update { get; } = update;

        public Parameter Parameter { get; } = parameter;

        /// <summary>Whether a step was taken with it, or its state was asked for.</summary>
        public bool HasState => state is not null;

        public string[] StateNames { get; } = stateNames.ToArray();

        /// <summary>What the rule remembers, made when first needed: an optimizer that never takes a step takes no room.</summary>
        public Variable[] State => state ??= [.. StateNames.Select(_ => Zeros(Parameter.Value.Spec))];

        private static Variable Zeros(TensorSpec spec)
        {
            Tensor zeros = Tensor.Allocate(spec, isLasting: true);
            zeros.Clear();
            return Variable.Owning(zeros);
        }
    }
}
