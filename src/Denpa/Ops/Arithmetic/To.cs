using System.Numerics;
using System.Numerics.Tensors;

namespace Denpa;

/// <summary>Every element as one of another element type. The derivative converts the gradient back.</summary>
internal sealed record ToOp(DType DType) : NumericOp
{
    public override string Name => "to";

    public override string Formula => $"y = x as {DType.Name}";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y as x's element type";

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => inputs[0] with { DType = DType };

    private protected override DType ComputesIn(in Operands operands) => operands[0].DType;

    protected override void Forward<T>(in Operands operands)
    {
        if (DType == DType.Bool)
        {
            AreNotZero(operands.Read<T>(0), operands.Write<bool>());
            return;
        }

        Conversion<T> conversion = new(operands);
        ElementTypes.OfNumbers(DType, ref conversion);
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => link.Upstream.To(link.InputDType(0));

    private static void AreNotZero<T>(ReadOnlySpan<T> source, Span<bool> destination)
        where T : unmanaged, INumber<T>
    {
        for (int i = 0; i < source.Length; i++) destination[i] = source[i] != T.Zero;
    }

    private readonly ref struct Conversion<TFrom>(in Operands operands) : INumberCase
        where TFrom : unmanaged, INumber<TFrom>
    {
        private readonly Operands operands = operands;

        public void Run<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
            TensorPrimitives.ConvertSaturating(operands.Read<TFrom>(0), operands.Write<T>());
    }
}

public sealed partial class Tensor
{
    /// <summary>
    /// The same values as elements of another type. To float32, numbers are rounded to the nearest. To an integer type, fractions are
    /// dropped, what lies beyond the type's range becomes its end, and NaN becomes 0. To bool, whether the element is not 0 (NaN is
    /// not); from bool, true is 1.
    /// </summary>
    public Tensor To(DType dtype) => dtype == DType ? this : new ToOp(dtype).Apply(this);
}
