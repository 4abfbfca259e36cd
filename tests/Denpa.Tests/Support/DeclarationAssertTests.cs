using Xunit.Sdk;

namespace Denpa.Tests.Support;

/// <summary>The check of declarations catches each lie that it is there for.</summary>
public sealed class DeclarationAssertTests
{
    [Fact]
    public void An_output_that_is_not_filled_is_caught() =>
        Assert.Contains("does not fill every element", Lie(new FirstOnlyOp()), StringComparison.Ordinal);

    [Fact]
    public void An_input_that_is_overwritten_without_a_word_is_caught() =>
        Assert.Contains("overwrites input 0", Lie(new CountingOp()), StringComparison.Ordinal);

    [Fact]
    public void An_output_that_cannot_go_over_the_input_as_declared_is_caught() =>
        Assert.Contains("is another when it is written over input 0", Lie(new ReversingOp()), StringComparison.Ordinal);

    private static string Lie(SingleOutputOp op) =>
        Assert.ThrowsAny<XunitException>(() => DeclarationAssert.Holds(() => op.Apply(Tensor.From(1.0, 2, 3)))).Message;

    private abstract record LyingOp : FloatingOp
    {
        public override string Name => "lying";

        public override string Formula => "y = x";

        public override string DerivativeFormula => "none";

        protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => inputs[0];
    }

    private sealed record FirstOnlyOp : LyingOp
    {
        protected override void Forward<T>(in Operands operands) => operands.Write<T>()[0] = operands.Read<T>(0)[0];
    }

    private sealed record CountingOp : LyingOp
    {
        protected override void Forward<T>(in Operands operands)
        {
            operands.Write<T>().Clear();
            operands.Update<T>(0)[0] += T.One;
        }
    }

    private sealed record ReversingOp : LyingOp
    {
        public override OperandSet MayOverwrite => OperandSet.All;

        protected override void Forward<T>(in Operands operands)
        {
            ReadOnlySpan<T> x = operands.Read<T>(0);
            Span<T> y = operands.Write<T>();
            for (int i = 0; i < y.Length; i++) y[i] = x[^(i + 1)];
        }
    }
}
