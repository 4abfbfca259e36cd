using System.Numerics;

namespace Denpa;

/// <summary>An op whose forward kernel is generic over float32 and float64.</summary>
public abstract record FloatingOp : Op
{
    /// <inheritdoc/>
    protected internal sealed override void Forward(in Operands operands)
    {
        if (operands.Output.DType == DType.Float32) Forward<float>(operands);
        else Forward<double>(operands);
    }

    internal sealed override ForwardKernel KernelFor(DType output) => output == DType.Float32 ? Forward<float> : Forward<double>;

    /// <summary>Fills every element of the output.</summary>
    /// <typeparam name="T">The C# type of the elements.</typeparam>
    protected abstract void Forward<T>(in Operands operands)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>Throws unless the element type is float32 or float64.</summary>
    private protected void RequireFloating(DType dtype)
    {
        if (!dtype.IsFloatingPoint) DTypeException.ThrowNotFloating(Name, dtype);
    }

    /// <summary>Throws unless both element types are the same and floating.</summary>
    private protected void RequireFloating(DType left, DType right)
    {
        if (left != right) DTypeException.ThrowMixed(Name, left, right);
        RequireFloating(left);
    }
}

/// <summary>An op whose forward kernel is generic over the number types: float32, float64, int64 and uint8.</summary>
public abstract record NumericOp : Op
{
    /// <inheritdoc/>
    protected internal sealed override void Forward(in Operands operands)
    {
        switch (operands.Output.DType)
        {
            case DType.Float32: Forward<float>(operands); break;
            case DType.Float64: Forward<double>(operands); break;
            case DType.Int64: Forward<long>(operands); break;
            default: Forward<byte>(operands); break;
        }
    }

    internal sealed override ForwardKernel KernelFor(DType output) => output switch
    {
        DType.Float32 => Forward<float>,
        DType.Float64 => Forward<double>,
        DType.Int64 => Forward<long>,
        _ => Forward<byte>,
    };

    /// <summary>Fills every element of the output.</summary>
    /// <typeparam name="T">The C# type of the elements.</typeparam>
    protected abstract void Forward<T>(in Operands operands)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>;

    /// <summary>Throws unless the element type is a number's.</summary>
    private protected void RequireNumbers(DType dtype)
    {
        if (dtype == DType.Bool) DTypeException.ThrowNotNumeric(Name, dtype);
    }

    /// <summary>Throws unless both element types are the same and numbers'.</summary>
    private protected void RequireNumbers(DType left, DType right)
    {
        if (left != right) DTypeException.ThrowMixed(Name, left, right);
        RequireNumbers(left);
    }
}

/// <summary>An op that moves elements of any type without computing with them.</summary>
public abstract record MovementOp : Op
{
    /// <inheritdoc/>
    protected internal sealed override void Forward(in Operands operands)
    {
        switch (operands.Output.DType)
        {
            case DType.Float32: Forward<float>(operands); break;
            case DType.Float64: Forward<double>(operands); break;
            case DType.Int64: Forward<long>(operands); break;
            case DType.Bool: Forward<bool>(operands); break;
            default: Forward<byte>(operands); break;
        }
    }

    /// <summary>Fills every element of the output.</summary>
    /// <typeparam name="T">The C# type of the elements.</typeparam>
    protected abstract void Forward<T>(in Operands operands)
        where T : unmanaged;
}
