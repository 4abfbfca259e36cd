using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>
/// Runs a step over the lines of the layout [outer, length, inner], each along its middle axis. Vectors lie along the lines where
/// inner is 1, and across them otherwise; either way an element's bits depend on itself and its line's number alone.
/// </summary>
internal static unsafe class LineWise<T, TStep>
    where T : unmanaged, INumber<T>
    where TStep : struct, ILineStep<T>
{
    /// <param name="source">[outer, length, inner].</param>
    /// <param name="lines">[outer, inner], a number for each line.</param>
    /// <param name="destination">[outer, length, inner]; may be the source.</param>
    /// <param name="outer">The product of the sizes before the lines' axis.</param>
    /// <param name="length">The size of the lines' axis.</param>
    /// <param name="inner">The product of the sizes after it.</param>
    public static void Run(T* source, T* lines, T* destination, int outer, int length, int inner)
    {
        for (var place = 0; place < outer; place++)
        {
            if (inner == 1)
                Along(source, Vector512.Create(lines[place]), destination, length);
            else
                Across(source, lines + ((nint)place * inner), destination, length, inner);
            source += (nint)length * inner;
            destination += (nint)length * inner;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Along(T* source, Vector512<T> number, T* destination, int length)
    {
        var line = TStep.Prepare(number);
        var end = source + length;
        var destinationEnd = destination + length;
        for (; source < end; source += Vector512<T>.Count, destination += Vector512<T>.Count)
            PointerLanes.StoreUpTo(TStep.Apply(PointerLanes.LoadUpTo(source, end), line), destination, destinationEnd);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Across(T* source, T* numbers, T* destination, int length, int inner)
    {
        for (var column = 0; column < inner; column += Vector512<T>.Count)
        {
            var line = TStep.Prepare(PointerLanes.LoadUpTo(numbers + column, numbers + inner));
            for (var row = 0; row < length; row++)
            {
                var from = source + ((nint)row * inner);
                var to = destination + ((nint)row * inner);
                PointerLanes.StoreUpTo(TStep.Apply(PointerLanes.LoadUpTo(from + column, from + inner), line), to + column, to + inner);
            }
        }
    }
}
