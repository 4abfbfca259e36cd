namespace Denpa;

/// <summary>How far the steps of a training may be replayed.</summary>
/// <param name="Refusal">Why they may not be; null where they may.</param>
/// <param name="IsCompared">Whether code that is not Denpa's own has a part in them, so that they are compared now and then.</param>
internal readonly record struct ReplayPermission(string? Refusal, bool IsCompared)
{
    /// <summary>What the modules, the loss and the optimizer say of themselves.</summary>
    public static ReplayPermission Of(Objective objective, Optimizer optimizer)
    {
        foreach (Module module in objective.Model.Modules)
        {
            if (module.ComputesFromTensorsAlone) continue;
            return Refused(module.Path.Length == 0 ? "the model" : $"the layer \"{module.Path}\"", module.GetType());
        }

        object loss = (objective as SupervisedLearning)?.RowLoss ?? (object)objective;
        if (!objective.ComputesFromTensorsAlone) return Refused(loss is Loss ? "the loss" : "the objective", loss.GetType());
        if (!optimizer.ComputesFromTensorsAlone) return Refused("the optimizer", optimizer.GetType());
        return new ReplayPermission(null, IsCompared: !OwnCode.Declares(loss) || !OwnCode.Declares(optimizer) || !AreOwn(objective.Model));
    }

    /// <summary>Whether a model is made of Denpa's own modules, which have nothing that changes besides tensors and their modes.</summary>
    public static bool AreOwn(Module model) => model.Modules.All(OwnCode.Declares);

    private static ReplayPermission Refused(string place, Type type) => new(
        $"plan: {place}, {type.Name}, does not say that it computes from tensors alone, so a replay might freeze what it makes of other " +
        $"things; if it does, override {nameof(Module.ComputesFromTensorsAlone)} in {type.Name} to be true, " +
        "and let what changes be a Variable",
        IsCompared: true);
}
