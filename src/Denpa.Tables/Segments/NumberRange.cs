using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Tables;

/// <summary>The smallest and the greatest of numbers, among which the smallest of their type may mark other things.</summary>
internal static class NumberRange
{
    /// <summary>The range of what is above a mark; the type's greatest and the mark itself where nothing is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (T Least, T Greatest) Of<T>(ReadOnlySpan<T> numbers, T greatestMark)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        (T least, T greatest, int i) = (T.MaxValue, greatestMark, 0);
        if (numbers.Length >= Vector<T>.Count)
        {
            (Vector<T> none, Vector<T> mark) = (new Vector<T>(T.MaxValue), new Vector<T>(greatestMark));
            (Vector<T> leasts, Vector<T> greatests) = (none, mark);
            for (; i <= numbers.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                Vector<T> some = new(numbers[i..]);
                leasts = Vector.Min(leasts, Vector.ConditionalSelect(Vector.GreaterThan(some, mark), some, none));
                greatests = Vector.Max(greatests, some);
            }

            for (int lane = 0; lane < Vector<T>.Count; lane++)
                (least, greatest) = (T.Min(least, leasts[lane]), T.Max(greatest, greatests[lane]));
        }

        for (; i < numbers.Length; i++)
        {
            if (numbers[i] > greatestMark) least = T.Min(least, numbers[i]);
            greatest = T.Max(greatest, numbers[i]);
        }

        return (least, greatest);
    }
}
