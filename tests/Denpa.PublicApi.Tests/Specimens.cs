namespace Denpa.PublicApi.Tests;

/// <summary>A class to list.</summary>
public abstract class Animal(string name, int? legs = null)
{
    public const double Gravity = 9.81;

    private protected const int Unseen = 1;

    public event EventHandler? Called;

    public string Name { get; } = name;

    public int? Legs { get; protected set; } = legs;

    public required string? Owner { get; init; }

    internal int Hidden { get; set; }

    public abstract IReadOnlyList<string?> Words(params ReadOnlySpan<int> counts);

    public override string ToString() => Name;

    protected virtual void Call(ref readonly int times, out string? answer)
    {
        answer = null;
        Called?.Invoke(this, EventArgs.Empty);
    }

    internal static int Count() => Unseen;
}

public readonly record struct Place(int Row, string? Column = "a")
{
    public (int Rows, string? Column)[] Neighbours => [(Row + 1, Column)];

    public static implicit operator Place(int row) => new(row);
}

public abstract record Being(string Kind);

public enum Size : byte
{
    Small = 1,
    Large = 2,
}

public static class Places
{
    extension(Place place)
    {
        public Place Moved(Size by = Size.Large) => place with { Row = place.Row + (int)by };
    }

    public static T? First<T>(IEnumerable<T> values, Func<T, bool>? wanted = null, bool last = false)
        where T : class, IComparable<T> => null;

    public static T Same<T>(T value) => value;
}

public delegate string? Answer<in T>(T question);
