namespace Denpa;

/// <summary>The type of a tensor's elements: a value, not a type parameter, so one <see cref="Tensor"/> class serves all.</summary>
public enum DType
{
    /// <summary>32-bit IEEE 754 floating point, the default.</summary>
    Float32,

    /// <summary>64-bit IEEE 754 floating point, for lessons and gradient checks.</summary>
    Float64,

    /// <summary>64-bit signed integers: class indices, row numbers.</summary>
    Int64,

    /// <summary>True or false, one byte each: masks.</summary>
    Bool,

    /// <summary>8-bit unsigned integers: raw image bytes.</summary>
    UInt8,
}

/// <summary>Facts about element types.</summary>
public static class DTypes
{
    /// <summary>The element type that holds values of <typeparamref name="T"/>.</summary>
    /// <exception cref="ArgumentException">No element type holds <typeparamref name="T"/>.</exception>
    public static DType Of<T>()
    {
        if (typeof(T) == typeof(float)) return DType.Float32;
        if (typeof(T) == typeof(double)) return DType.Float64;
        if (typeof(T) == typeof(long)) return DType.Int64;
        if (typeof(T) == typeof(bool)) return DType.Bool;
        if (typeof(T) == typeof(byte)) return DType.UInt8;
        string type = KeywordOf(typeof(T));
        throw new ArgumentException(IsWidened<T>()
            ? $"no tensor holds {type}: use long, or Tensor.From, which copies each {type} as a long"
            : $"no tensor holds {type}: use float, double, long, bool or byte");
    }

    /// <summary>Whether values of <typeparamref name="T"/> are whole numbers of another type than int64, which holds them all.</summary>
    internal static bool IsWidened<T>() =>
        typeof(T) == typeof(int) || typeof(T) == typeof(short) || typeof(T) == typeof(ushort) || typeof(T) == typeof(uint)
        || typeof(T) == typeof(sbyte);

    /// <summary>What C# calls a type.</summary>
    internal static string KeywordOf(Type type) => Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => type.Name,
        TypeCode.Single => "float",
        TypeCode.Double => "double",
        TypeCode.Int64 => "long",
        TypeCode.Int32 => "int",
        TypeCode.Int16 => "short",
        TypeCode.UInt64 => "ulong",
        TypeCode.UInt32 => "uint",
        TypeCode.UInt16 => "ushort",
        TypeCode.Byte => "byte",
        TypeCode.SByte => "sbyte",
        TypeCode.Boolean => "bool",
        TypeCode.Decimal => "decimal",
        TypeCode.Char => "char",
        _ => type.Name,
    };

    extension(DType dtype)
    {
        /// <summary>Bytes per element.</summary>
        public int SizeInBytes => dtype switch
        {
            DType.Float32 => 4,
            DType.Float64 or DType.Int64 => 8,
            _ => 1,
        };

        /// <summary>Whether elements are floating-point numbers, the only ones that have derivatives.</summary>
        public bool IsFloatingPoint => dtype is DType.Float32 or DType.Float64;

        /// <summary>
        /// Whether elements can be this number: rounded where they are floating-point numbers, else exactly; 0 or 1 as truth values.
        /// </summary>
        internal bool Holds(double value) => dtype switch
        {
            DType.Int64 => double.IsInteger(value) && value is >= long.MinValue and < -(double)long.MinValue,
            DType.UInt8 => double.IsInteger(value) && value is >= byte.MinValue and <= byte.MaxValue,
            DType.Bool => value is 0 or 1,
            _ => true,
        };

        /// <summary>The name that messages and files use: float32, float64, int64, bool, uint8.</summary>
        public string Name => dtype switch
        {
            DType.Float32 => "float32",
            DType.Float64 => "float64",
            DType.Int64 => "int64",
            DType.Bool => "bool",
            DType.UInt8 => "uint8",
            _ => throw new ArgumentOutOfRangeException(nameof(dtype), dtype, "not an element type"),
        };
    }
}
