using System.Collections;
using System.Runtime.CompilerServices;

namespace Denpa;

/// <summary>
/// A list that is a value: it never changes, and two lists of equal items are equal. Attributes of ops that are many are such lists.
/// </summary>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
internal readonly record struct ValueList<T> : IEnumerable<T>
{
    private readonly T[]? items;

    public ValueList(T[] items) => this.items = items;

    public ReadOnlySpan<T> Items => items;

    public int Length => Items.Length;

    public T this[int index] => Items[index];

    public bool Equals(ValueList<T> other) => Items.SequenceEqual(other.Items, EqualityComparer<T>.Default);

    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (T item in Items) hash.Add(item);
        return hash.ToHashCode();
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)(items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Such as <c>[0, 2]</c>.</summary>
    public override string ToString() => $"[{string.Join(", ", this)}]";
}

/// <summary>Making lists that are values.</summary>
internal static class ValueList
{
    /// <summary>A list of these items: what a collection expression calls.</summary>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
