namespace Denpa;

/// <summary>
/// What holds in a flow of control and in the tasks that it starts: an outermost value, and changes of it, each until its scope is
/// disposed. Scopes may be disposed in any order, twice, and in another flow; what is left in force are the changes that are not.
/// </summary>
/// <param name="outermost">What holds where nothing was changed.</param>
internal sealed class FlowStack<T>(T outermost)
{
    private readonly T outermost = outermost;
    private readonly AsyncLocal<Entry?> top = new();

    public T Current => Innermost is { } entry ? entry.Value : outermost;

    private Entry? Innermost => Entry.InForce(top.Value);

    /// <summary>Changes what holds until the result is disposed.</summary>
    /// <param name="change">
    /// From what holds around the scope to what holds inside. It may be asked again, when a scope around it ends first.
    /// </param>
    public Entry Enter(Func<T, T> change)
    {
        Entry entered = new(this, Innermost, change);
        top.Value = entered;
        return entered;
    }

    /// <summary>A change in force until it is disposed.</summary>
    public sealed class Entry : IDisposable
    {
        private readonly FlowStack<T> stack;
        private readonly Entry? outer;
        private readonly Func<T, T> change;
        private readonly T value;
        private volatile bool isEnded;

        internal Entry(FlowStack<T> stack, Entry? outer, Func<T, T> change)
        {
            (this.stack, this.outer, this.change) = (stack, outer, change);
            value = change(outer is null ? stack.outermost : outer.Value);
        }

        internal T Value
        {
            get
            {
                for (Entry? around = outer; around is not null; around = around.outer)
                {
                    if (around.isEnded) return change(InForce(outer) is { } left ? left.Value : stack.outermost);
                }

                return value;
            }
        }

        /// <summary>Takes the change back.</summary>
        public void Dispose()
        {
            isEnded = true;
            Entry? before = stack.top.Value;
            Entry? left = InForce(before);
            if (left != before) stack.top.Value = left;
        }

        /// <summary>The entry itself, or the nearest around it that is not ended.</summary>
        internal static Entry? InForce(Entry? entry)
        {
            while (entry is { isEnded: true }) entry = entry.outer;
            return entry;
        }
    }
}
