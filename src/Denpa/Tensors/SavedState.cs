namespace Denpa;

/// <summary>Tensors by name, as modules, optimizers and schedules save and load them.</summary>
internal static class SavedState
{
    /// <summary>Copies of tensors that may change in place later.</summary>
    public static IReadOnlyDictionary<string, Tensor> Save(IEnumerable<KeyValuePair<string, Tensor>> live)
    {
        OrderedDictionary<string, Tensor> saved = [];
        foreach ((string name, Tensor tensor) in live) saved.Add(name, tensor.Copy());

        return saved;
    }

    /// <summary>Saves once more over what <see cref="Save"/> made of the same tensors, which nobody else may hold.</summary>
    public static void SaveOver(IReadOnlyDictionary<string, Tensor> saved, IEnumerable<KeyValuePair<string, Tensor>> live)
    {
        foreach ((string name, Tensor tensor) in live) tensor.CopyTo(saved[name]);
    }

    /// <summary>Overwrites tensors with saved ones, all or none.</summary>
    /// <param name="owner">What is loaded, for the message.</param>
    /// <param name="live">The tensors to overwrite.</param>
    /// <param name="state">What to overwrite them with.</param>
    /// <param name="strict">Whether each must be there, and nothing else.</param>
    /// <exception cref="ArgumentException">
    /// The message lists all that is missing, unexpected or of another shape or element type.
    /// </exception>
    public static void Load(
        string owner, IReadOnlyDictionary<string, Tensor> live, IReadOnlyDictionary<string, Tensor> state, bool strict = true)
    {
        List<string> faults = [.. Faults(live, state, strict)];
        if (faults.Count > 0)
        {
            throw new ArgumentException($"load state: it does not fit this {owner}: {string.Join("; ", faults)}", nameof(state));
        }

        foreach ((string name, Tensor tensor) in live)
        {
            if (!state.TryGetValue(name, out Tensor? value)) continue;
            value.CopyTo(tensor);
            tensor.Storage.MarkChanged();
        }
    }

    /// <summary>
    /// Throws where a saved counter holds what nothing has counted to; one of another shape or type is left to <see cref="Load"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The count is negative, or beyond what any run could reach.</exception>
    public static void RequireCount(string owner, string name, Tensor saved)
    {
        const long most = 1L << 53;
        if (saved.DType != DType.Int64 || saved.Length != 1 || saved.Elements<long>()[0] is >= 0 and <= most) return;
        throw new ArgumentException($"load state: it does not fit this {owner}: \"{name}\" is no count: {saved.Elements<long>()[0]}");
    }

    private static IEnumerable<string> Faults(
        IReadOnlyDictionary<string, Tensor> live, IReadOnlyDictionary<string, Tensor> state, bool strict)
    {
        foreach ((string name, Tensor tensor) in live)
        {
            bool there = state.TryGetValue(name, out Tensor? value);
            if (there && value!.Spec != tensor.Spec) yield return $"\"{name}\" is {tensor.Spec}, the state has {value.Spec}";
            if (!there && strict) yield return $"\"{name}\" {tensor.Spec} is missing";
        }

        foreach ((string name, Tensor value) in state)
        {
            if (strict && !live.ContainsKey(name)) yield return $"\"{name}\" {value.Spec} is unexpected";
        }
    }
}
