using System.Diagnostics.CodeAnalysis;

namespace Denpa.Kernels;

/// <summary>The check that stands before every kernel with pointers inside: a span holds what its shape says.</summary>
internal static class SpanLength
{
    /// <exception cref="ArgumentException">The span holds another number of elements than its shape.</exception>
    public static void Require(string operation, string operand, int length, long expected)
    {
        if (length != expected)
            Throw(operation, operand, length, expected);
    }

    [DoesNotReturn]
    private static void Throw(string operation, string operand, int length, long expected) => throw new ArgumentException(
        $"{operation}: {operand} holds {length} elements, its shape has {expected}; hand over a span of exactly that length.", operand);
}
