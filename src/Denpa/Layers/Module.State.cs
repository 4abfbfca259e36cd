namespace Denpa;

public abstract partial class Module
{
    /// <summary>Copies of all parameters and other variables by their path from this module, in order: what a model file holds.</summary>
    public IReadOnlyDictionary<string, Tensor> SaveState() => SavedState.Save(Live());

    /// <summary>Saves once more over what <see cref="SaveState"/> made, which nobody else may hold.</summary>
    internal void SaveStateOver(IReadOnlyDictionary<string, Tensor> saved) => SavedState.SaveOver(saved, Live());

    /// <summary>Overwrites the variables with saved ones.</summary>
    /// <param name="state">Values by path from this module, such as <c>encoder.0.weight</c>.</param>
    /// <param name="strict">Whether every variable must be there, and nothing else.</param>
    /// <exception cref="ArgumentException">
    /// The message lists everything missing, unexpected or of another shape or element type; nothing has changed then.
    /// </exception>
    public void LoadState(IReadOnlyDictionary<string, Tensor> state, bool strict = true) =>
        SavedState.Load("module", Live(), state, strict);

    /// <summary>The variables' values themselves, by their path from this module.</summary>
    internal OrderedDictionary<string, Tensor> Live()
    {
        string path = Path;
        int skipped = path.Length == 0 ? 0 : path.Length + 1;
        OrderedDictionary<string, Tensor> live = [];
        foreach (Variable variable in Variables) live.Add(variable.Name[skipped..], variable.Value);
        return live;
    }
}
