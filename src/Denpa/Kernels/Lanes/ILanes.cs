using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>
/// The lanes of a vector of one width, as a type argument of a kernel: its operators work lane by lane, and one source compiles to
/// straight code for each width, down to a single lane where there are no vectors.
/// </summary>
/// <remarks>
/// A comparison gives a mask: all bits of a lane where it holds, else none. Wherever an operation is rounded exactly, or only moves bits,
/// a lane's result has the same bits at any width.
/// </remarks>
/// <typeparam name="TSelf">The lanes themselves.</typeparam>
/// <typeparam name="T">The type of the element in a lane.</typeparam>
internal unsafe interface ILanes<TSelf, T>
    where TSelf : unmanaged, ILanes<TSelf, T>
    where T : unmanaged
{
    /// <summary>How many lanes there are.</summary>
    static abstract int Count { get; }

    /// <summary>Whether there are 32 vector registers rather than 16.</summary>
    static abstract bool HasManyRegisters { get; }

    static abstract TSelf Zero { get; }

    static abstract TSelf One { get; }

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator *(T left, TSelf right);

    static abstract TSelf operator /(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf x);

    static abstract TSelf operator &(TSelf left, TSelf right);

    static abstract TSelf operator |(TSelf left, TSelf right);

    static abstract TSelf operator ^(TSelf left, TSelf right);

    /// <summary>A mask of the lanes where left is less than right.</summary>
    static abstract TSelf operator <(TSelf left, TSelf right);

    /// <summary>A mask of the lanes where left is greater than right.</summary>
    static abstract TSelf operator >(TSelf left, TSelf right);

    /// <summary>The bits of each element, of 4 or 8 bytes, moved to the left.</summary>
    static abstract TSelf operator <<(TSelf bits, int count);

    /// <summary>The bits of each element, of 4 or 8 bytes, moved to the right; zeros come in.</summary>
    static abstract TSelf operator >>>(TSelf bits, int count);

    /// <summary>The sum of the bits of elements of 4 or 8 bytes, taken as whole numbers.</summary>
    static abstract TSelf AddBits(TSelf left, TSelf right);

    /// <summary>The difference of the bits of elements of 4 or 8 bytes, taken as whole numbers.</summary>
    static abstract TSelf SubtractBits(TSelf left, TSelf right);

    /// <summary>A mask of the lanes where both are equal.</summary>
    static abstract TSelf Equal(TSelf left, TSelf right);

    /// <summary>A mask of the lanes whose sign bit is set.</summary>
    static abstract TSelf IsNegative(TSelf x);

    /// <summary>One value in the lanes of a mask, another in those that are not.</summary>
    static abstract TSelf Select(TSelf mask, TSelf where, TSelf elsewhere);

    /// <summary>Whether a mask has any lane.</summary>
    static abstract bool Any(TSelf mask);

    /// <summary>The larger one; NaN beside anything gives NaN (IEEE 754-2019 maximum).</summary>
    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary>The smaller one; NaN beside anything gives NaN (IEEE 754-2019 minimum).</summary>
    static abstract TSelf Min(TSelf left, TSelf right);

    /// <summary>The larger one; where either is NaN the second one, or NaN.</summary>
    static abstract TSelf MaxNative(TSelf left, TSelf right);

    /// <summary>The smaller one; where either is NaN the second one, or NaN.</summary>
    static abstract TSelf MinNative(TSelf left, TSelf right);

    static abstract TSelf Abs(TSelf x);

    static abstract TSelf Sqrt(TSelf x);

    /// <summary>Floating-point numbers, and 0 for those that are smaller than every normal number.</summary>
    static abstract TSelf WithoutSubnormals(TSelf x);

    /// <summary>
    /// left · right + addend of floating-point numbers, rounded once where the hardware has a fused multiply-add, else twice.
    /// </summary>
    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary>left · right + addend of floating-point numbers, rounded once.</summary>
    static abstract TSelf FusedMultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary>One value in every lane.</summary>
    static abstract TSelf Fill(T value);

    /// <summary>One constant in every lane, given as float32 and as float64, of which one is the type of the lanes.</summary>
    static abstract TSelf Fill(float single, double wide);

    /// <summary>A mask of the first lanes; of none where the count is not above 0.</summary>
    static abstract TSelf FirstLanes(int count);

    static abstract TSelf Load(T* source);

    /// <summary>The element at an address in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Broadcast(T* source) => TSelf.Fill(*source);

    /// <summary>
    /// Loads the lanes of a mask of first lanes; the others are zero and their memory is not touched. Elements of 4 or 8 bytes.
    /// </summary>
    static abstract TSelf Load(T* source, TSelf mask);

    /// <summary>Loads the first lanes; the others are those of <paramref name="past"/> and their memory is not touched.</summary>
    static abstract TSelf LoadPart(T* source, int count, TSelf past);

    /// <summary>Loads float32 elements as float64, which must be the type of the lanes.</summary>
    static abstract TSelf LoadWidened(float* source);

    /// <summary>
    /// Turns a piece of a matrix: 16 bytes of each of as many lines as there are lanes become as many vectors as elements are in 16
    /// bytes. Elements of 4 or 8 bytes.
    /// </summary>
    /// <param name="lines">The first line's elements.</param>
    /// <param name="stride">The distance from line to line.</param>
    /// <param name="destination">The first vector.</param>
    /// <param name="destinationStride">The distance from vector to vector.</param>
    static abstract void Transpose(T* lines, nint stride, T* destination, nint destinationStride);

    void Store(T* destination);

    /// <summary>Stores the lanes of a mask of first lanes; the memory of the others is not touched. Elements of 4 or 8 bytes.</summary>
    void Store(T* destination, TSelf mask);

    /// <summary>Stores the first lanes; the memory of the others is not touched.</summary>
    void StorePart(T* destination, int count);

    /// <summary>All lanes folded to one element: the upper half onto the lower half, until one lane is left.</summary>
    T Fold<TFold>()
        where TFold : struct, IFold<T>;
}
