namespace Denpa;

/// <summary>How many there are of something, as people write it.</summary>
internal static class Counted
{
    /// <summary>Such as 1 axis, 2 axes.</summary>
    public static string Of(long count, string one, string several) => $"{count} {(count == 1 ? one : several)}";
}
