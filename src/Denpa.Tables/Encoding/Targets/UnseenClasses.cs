namespace Denpa.Tables;

/// <summary>Classes that rows have and training did not, each with a label beyond those of training.</summary>
/// <param name="known">The number of classes that training had.</param>
internal sealed class UnseenClasses(int known)
{
    private readonly Dictionary<string, int> labels = new(StringComparer.Ordinal);

    /// <summary>Their names, in the order of their labels.</summary>
    public IReadOnlyList<string> Names => [.. labels.OrderBy(label => label.Value).Select(label => label.Key)];

    public int LabelOf(string name)
    {
        if (!labels.TryGetValue(name, out int label)) labels.Add(name, label = known + labels.Count);
        return label;
    }
}
