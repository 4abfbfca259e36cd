using System.Runtime.CompilerServices;
using Denpa.Tests.Support;

namespace Denpa.Tests;

/// <summary>What an op declares about memory is what happens.</summary>
public sealed class OpTests
{
    [Fact]
    public void A_value_that_no_derivative_needs_is_not_kept_alive()
    {
        (Tensor loss, WeakReference intermediate) = Chain(x => x + 1);
        Collect();
        Assert.False(intermediate.IsAlive);
        GC.KeepAlive(loss);
    }

    [Fact]
    public void A_value_that_a_derivative_needs_is_kept_alive()
    {
        (Tensor loss, WeakReference intermediate) = Chain(x => x * x);
        Collect();
        Assert.True(intermediate.IsAlive);
        GC.KeepAlive(loss);
    }

    [Fact]
    public void An_operand_is_kept_only_where_the_other_one_is_differentiated()
    {
        (Tensor loss, WeakReference intermediate) = Chain(x => x * 2);
        Collect();
        Assert.False(intermediate.IsAlive);
        GC.KeepAlive(loss);
    }

    [Fact]
    public void A_derivative_that_reads_what_it_has_not_declared_is_told_so()
    {
        Tensor y = new UndeclaredOp().Apply(Tensor.Scalar(2).Watch("x"));
        GraphException error = Assert.Throws<GraphException>(() => y.Backward());
        Assert.Equal("undeclared: its derivative reads input 0 without declaring it in Keeps", error.Message);
    }

    [Fact]
    public void A_derivative_of_another_shape_than_its_input_is_refused()
    {
        Tensor y = new UndeclaredOp().Apply(Tensor.From(1.0, 2).Watch("x")).Sum();
        GraphException error = Assert.Throws<GraphException>(() => new MisshapenOp().Apply(y).Backward());
        Assert.Equal("misshapen: the derivative with respect to input 0 is float64 [1], but the input is float64 []", error.Message);
    }

    [Fact]
    public void An_op_without_a_derivative_says_so_when_it_is_asked()
    {
        Tensor y = new ForwardOnlyOp().Apply(Tensor.Scalar(2).Watch("x"));
        Assert.Equal("forward only: has no derivative with respect to input 0", Assert.Throws<GraphException>(() => y.Backward()).Message);
    }

    [Fact]
    public void Overwriting_an_input_is_a_new_version_of_it()
    {
        Parameter parameter = new(Tensor.From(1.0, 2));
        Tensor x = Tensor.From(1.0, 1).Watch("x");
        Tensor loss = (parameter.Value * x).Sum();
        using (Graph.WithoutGradients()) _ = new DoubleInPlaceOp().Apply(parameter.Value);
        TensorAssert.Holds(parameter.Value, 2, 4);
        Assert.Equal(1, parameter.Value.Storage.Version);
        Assert.Throws<GraphException>(() => loss.Backward());
    }

    [Fact]
    public void A_view_shares_the_version_of_what_it_views()
    {
        Parameter parameter = new(Tensor.From(1.0, 2));
        Tensor view = parameter.Value.Reshape(2, 1);
        parameter.Assign(Tensor.From(3.0, 4));
        Assert.Equal(1, view.Storage.Version);
    }

    [Fact]
    public void An_op_that_meets_a_type_that_it_does_not_read_is_named()
    {
        Assert.Equal(
            "doubles: the elements of this tensor int64 [2] are not of type double; convert with .To(DType.…) first",
            Assert.Throws<DTypeException>(() => new DoublesOp().Apply(Tensor.From(1L, 2))).Message);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (Tensor Loss, WeakReference Intermediate) Chain(Func<Tensor, Tensor> op)
    {
        Tensor x = Tensor.Zeros([1000]).Watch("x");
        Tensor intermediate = x + 1;
        return (op(intermediate).Sum(), new WeakReference(intermediate.Storage));
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    private abstract record CopyOp : FloatingOp
    {
        public override string Formula => "y = x";

        public override string DerivativeFormula => "∂L/∂x = ∂L/∂y";

        protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => inputs[0];

        protected override void Forward<T>(in Operands operands) => operands.Read<T>(0).CopyTo(operands.Write<T>());
    }

    private sealed record UndeclaredOp : CopyOp
    {
        public override string Name => "undeclared";

        protected internal override Tensor Derivative(int input, in DerivativeLink link) => link.Upstream * link.Input(0);
    }

    private sealed record MisshapenOp : CopyOp
    {
        public override string Name => "misshapen";

        protected internal override Tensor Derivative(int input, in DerivativeLink link) => link.Upstream.Reshape(1);
    }

    private sealed record ForwardOnlyOp : CopyOp
    {
        public override string Name => "forward only";
    }

    private sealed record DoubleInPlaceOp : CopyOp
    {
        public override string Name => "double in place";

        public override OperandSet Overwrites => [0];

        public override int Aliases => 0;

        protected override void Forward<T>(in Operands operands)
        {
            foreach (ref T element in operands.Update<T>(0)) element += element;
        }
    }

    private sealed record DoublesOp : SingleOutputOp
    {
        public override string Name => "doubles";

        public override string Formula => "y = x";

        public override string DerivativeFormula => "∂L/∂x = ∂L/∂y";

        protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => inputs[0];

        protected internal override void Forward(in Operands operands) => operands.Read<double>(0).CopyTo(operands.Write<double>());
    }
}
