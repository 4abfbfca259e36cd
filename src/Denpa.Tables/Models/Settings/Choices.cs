namespace Denpa.Tables;

/// <summary>Looking a choice up by the name that the command line and model files use.</summary>
internal static class Choices
{
    /// <exception cref="ArgumentException">The name is unknown; the message lists those that are known.</exception>
    public static T Get<T>(IReadOnlyDictionary<string, T> choices, string kind, string name) => choices.TryGetValue(name, out T? choice)
        ? choice
        : throw new ArgumentException($"no {kind} is called {Quoted.Text(name)}: use one of {string.Join(", ", choices.Keys)}");
}
