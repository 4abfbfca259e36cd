namespace Denpa;

/// <summary>The engine's own code, of which is known what it computes from.</summary>
internal static class OwnCode
{
    /// <summary>Whether an object's type is the engine's own, rather than of a program that uses it.</summary>
    public static bool Declares(object part) => part.GetType().Assembly == typeof(OwnCode).Assembly;
}
