using System.Diagnostics.CodeAnalysis;

namespace Denpa;

/// <summary>The ranges that numbers given as arguments must lie in.</summary>
internal static class NumberRange
{
    public static void RequireNotNegative(double value, string name)
    {
        if (!(value >= 0 && double.IsFinite(value))) ThrowOutside(value, name, "is a finite number from 0 up");
    }

    public static void RequirePositive(double value, string name)
    {
        if (!(value > 0 && double.IsFinite(value))) ThrowOutside(value, name, "is a finite number above 0");
    }

    public static void RequireFraction(double value, string name)
    {
        if (!(value is >= 0 and < 1)) ThrowOutside(value, name, "lies from 0 up to but without 1");
    }

    [DoesNotReturn]
    private static void ThrowOutside(double value, string name, string range) =>
        throw new ArgumentOutOfRangeException(name, value, $"{name} {range}");
}
