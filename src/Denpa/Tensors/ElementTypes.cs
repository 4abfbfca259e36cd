using System.Numerics;

namespace Denpa;

/// <summary>What is done with elements of any type.</summary>
internal interface IElementCase
{
    void Run<T>()
        where T : unmanaged;
}

/// <summary>What is done with elements as bits: unsigned numbers of their size.</summary>
internal interface IBitsCase
{
    void Run<T>()
        where T : unmanaged, IBinaryInteger<T>;
}

/// <summary>What is done with elements that are numbers; truth values are the bytes 0 and 1.</summary>
internal interface INumberCase
{
    void Run<T>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T>;
}

/// <summary>What is done with elements that are floating-point numbers.</summary>
internal interface IFloatingCase
{
    void Run<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

/// <summary>
/// The way from an element type, which is a value, to code that is generic over it. A case keeps what it finds in fields of its own.
/// </summary>
internal static class ElementTypes
{
    /// <summary>Runs a case for any element type.</summary>
    public static void OfAny<TCase>(DType dtype, ref TCase @case)
        where TCase : struct, IElementCase, allows ref struct
    {
        switch (dtype)
        {
            case DType.Float32: @case.Run<float>(); break;
            case DType.Float64: @case.Run<double>(); break;
            case DType.Int64: @case.Run<long>(); break;
            case DType.Bool: @case.Run<bool>(); break;
            default: @case.Run<byte>(); break;
        }
    }

    /// <summary>Runs a case for elements as numbers.</summary>
    public static void OfNumbers<TCase>(DType dtype, ref TCase @case)
        where TCase : struct, INumberCase, allows ref struct
    {
        switch (dtype)
        {
            case DType.Float32: @case.Run<float>(); break;
            case DType.Float64: @case.Run<double>(); break;
            case DType.Int64: @case.Run<long>(); break;
            default: @case.Run<byte>(); break;
        }
    }

    /// <summary>Runs a case for a floating-point type, which the element type is known to be.</summary>
    public static void OfFloating<TCase>(DType dtype, ref TCase @case)
        where TCase : struct, IFloatingCase, allows ref struct
    {
        if (dtype == DType.Float32) @case.Run<float>();
        else @case.Run<double>();
    }

    /// <summary>Runs a case that moves elements, for unsigned numbers of their size.</summary>
    public static void OfSize<TCase>(DType dtype, ref TCase @case)
        where TCase : struct, IBitsCase, allows ref struct
    {
        switch (dtype.SizeInBytes)
        {
            case sizeof(ulong): @case.Run<ulong>(); break;
            case sizeof(uint): @case.Run<uint>(); break;
            default: @case.Run<byte>(); break;
        }
    }
}
