using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Denpa;

/// <summary>Every element as one of another element type. The derivative converts the gradient back.</summary>
internal sealed record ToOp(DType DType) : Op
{
    public override string Name => "to";

    public override string Formula => $"y = x as {DType.Name}";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y as x's element type";

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => inputs[0] with { DType = DType };

    protected internal override void Forward(in Operands operands)
    {
        switch (operands[0].DType)
        {
            case DType.Float32: From(operands.Read<float>(0), operands); break;
            case DType.Float64: From(operands.Read<double>(0), operands); break;
            case DType.Int64: From(operands.Read<long>(0), operands); break;
            case DType.Bool: From(MemoryMarshal.AsBytes(operands.Read<bool>(0)), operands); break;
            default: From(operands.Read<byte>(0), operands); break;
        }
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => link.Upstream.To(link.InputDType(0));

    private static void From<T>(ReadOnlySpan<T> source, in Operands operands)
        where T : unmanaged, INumber<T>
    {
        switch (operands.Output.DType)
        {
            case DType.Float32: TensorPrimitives.ConvertSaturating(source, operands.Write<float>()); break;
            case DType.Float64: TensorPrimitives.ConvertSaturating(source, operands.Write<double>()); break;
            case DType.Int64: TensorPrimitives.ConvertSaturating(source, operands.Write<long>()); break;
            case DType.Bool: AreNotZero(source, operands.Write<bool>()); break;
            default: TensorPrimitives.ConvertSaturating(source, operands.Write<byte>()); break;
        }
    }

    private static void AreNotZero<T>(ReadOnlySpan<T> source, Span<bool> destination)
        where T : unmanaged, INumber<T>
    {
        for (int i = 0; i < source.Length; i++) destination[i] = source[i] != T.Zero;
    }
}

/// <summary>Conversion between element types.</summary>
public static class ToExtensions
{
    extension(Tensor x)
    {
        /// <summary>
        /// The same values as elements of another type. To float32, numbers are rounded to the nearest. To an integer type, fractions are
        /// dropped, what lies beyond the type's range becomes its end, and NaN becomes 0. To bool, whether the element is not 0 (NaN is
        /// not); from bool, true is 1.
        /// </summary>
        public Tensor To(DType dtype) => dtype == x.DType ? x : new ToOp(dtype).Apply(x);
    }
}
