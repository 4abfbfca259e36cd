using System.Globalization;

namespace Denpa;

public abstract partial class Optimizer
{
    private const string StepCountName = "stepCount";

    /// <summary>
    /// A copy of all that the next step depends on besides parameters and gradients: the step count, the learning rates
    /// (<c>learningRate/0</c>) and what the rule remembers of each parameter (<c>velocity/encoder.0.weight</c>), but for frozen ones of
    /// which it remembers nothing yet.
    /// </summary>
    /// <exception cref="InvalidOperationException">Two parameters have one name.</exception>
    public IReadOnlyDictionary<string, Tensor> SaveState() => SavedState.Save(Live());

    /// <summary>Goes on as the optimizer whose state this is.</summary>
    /// <exception cref="ArgumentException">
    /// The message lists everything missing, unexpected or of another shape or element type, or a step count or learning rate that is
    /// none; nothing has changed then.
    /// </exception>
    public void LoadState(IReadOnlyDictionary<string, Tensor> state)
    {
        if (state.TryGetValue(StepCountName, out Tensor? steps)) SavedState.RequireCount("optimizer", StepCountName, steps);
        for (int i = 0; i < Groups.Count; i++)
        {
            if (state.TryGetValue(RateName(i), out Tensor? rate)) RequireRate(RateName(i), rate);
        }

        SavedState.Load("optimizer", Live(state.ContainsKey), state);
    }

    private static string RateName(int group) => string.Create(CultureInfo.InvariantCulture, $"learningRate/{group}");

    private static void RequireRate(string name, Tensor saved)
    {
        if (saved.DType != DType.Float64 || saved.Length != 1) return;
        double rate = saved.Elements<double>()[0];
        if (rate >= 0 && double.IsFinite(rate)) return;
        string flaw = string.Create(CultureInfo.InvariantCulture, $"\"{name}\" is no learning rate: {rate}");
        throw new ArgumentException($"load state: it does not fit this optimizer: {flaw}");
    }

    /// <summary>The state itself, in a fixed order.</summary>
    internal OrderedDictionary<string, Tensor> Live() => Live(_ => false);

    /// <param name="isWanted">Whether the state of a frozen parameter is wanted too, by its name.</param>
    private OrderedDictionary<string, Tensor> Live(Func<string, bool> isWanted)
    {
        OrderedDictionary<string, Tensor> live = new() { [StepCountName] = stepCount.Value };
        for (int i = 0; i < Groups.Count; i++)
        {
            live.Add(RateName(i), Groups[i].LearningRateVariable.Value);
        }

        foreach (Slot slot in slots)
        {
            bool isIdle = slot.Parameter.IsFrozen && !slot.HasState;
            for (int i = 0; i < slot.StateNames.Length; i++)
            {
                string name = $"{slot.StateNames[i]}/{slot.Parameter.Name}";
                if (isIdle && !isWanted(name)) continue;
                if (!live.TryAdd(name, slot.State[i].Value))
                {
                    throw new InvalidOperationException($"two parameters are named \"{slot.Parameter.Name}\": register both in one module");
                }
            }
        }

        return live;
    }
}
