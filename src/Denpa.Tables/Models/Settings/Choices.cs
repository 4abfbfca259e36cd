namespace Denpa.Tables;

/// <summary>Lists of choices.</summary>
internal static class Choices
{
    extension<T>(IReadOnlyList<T> choices)
        where T : Choice
    {
        /// <summary>The choice of a name.</summary>
        /// <exception cref="ArgumentException">There is none; the message lists those that there are.</exception>
        public T Named(string name, string kind) => choices.FirstOrDefault(choice => choice.Name == name)
            ?? throw new ArgumentException($"no {kind} is called {Quoted.Text(name)}: use one of {string.Join(", ", choices.Names)}");

        /// <summary>The names, in order.</summary>
        public IEnumerable<string> Names => choices.Select(choice => choice.Name);

        /// <summary>The names of those that take a number of their own.</summary>
        public string[] NamesWith(NumberSetting number) =>
            [.. choices.Where(choice => choice.Defaults.Any(own => own.Number == number)).Select(choice => choice.Name)];
    }
}
