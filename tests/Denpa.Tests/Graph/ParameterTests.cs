using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class ParameterTests
{
    [Fact]
    public void A_parameter_begins_with_a_copy()
    {
        double[] array = [1, 2];
        Parameter parameter = new(Tensor.Wrap(array, [2]));
        array[0] = 9;
        TensorAssert.Holds(parameter.Value, 1, 2);
    }

    [Fact]
    public void Assigning_changes_the_value_but_no_snapshot_and_nothing_computed_before()
    {
        Parameter parameter = new(Tensor.From(1.0, 2));
        Tensor snapshot = parameter.Snapshot();
        Tensor doubled = parameter.Value * 2;
        parameter.Assign(Tensor.From(5.0, 6));
        TensorAssert.Holds(parameter.Value, 5, 6);
        TensorAssert.Holds(snapshot, 1, 2);
        TensorAssert.Holds(doubled, 2, 4);
    }

    [Fact]
    public void A_derivative_that_needs_the_old_values_refuses_the_new_ones_by_name()
    {
        Parameter parameter = new(Tensor.From(1.0, 2));
        parameter.Register(() => "encoder.0.weight");
        Tensor x = Tensor.From(3.0, 4).Watch("x");
        Tensor loss = (x * parameter.Value).Sum();
        parameter.Assign(Tensor.From(5.0, 6));
        GraphException error = Assert.Throws<GraphException>(() => loss.Backward());
        Assert.Equal(
            "backward: parameter \"encoder.0.weight\" has changed since multiply used it (version 0 then, 1 now); " +
            "run forward again before asking for gradients",
            error.Message);
    }

    [Fact]
    public void The_parameter_is_named_also_when_it_was_used_through_views()
    {
        Parameter parameter = new(Tensor.From(1.0, 2, 3, 4));
        parameter.Register(() => "weight");
        Tensor x = Tensor.From(3.0, 4).Watch("x");
        Tensor loss = (x * parameter.Value.Reshape(2, 2).Rows(1..2)).Sum();
        parameter.Assign(Tensor.Zeros([4], DType.Float64));
        GraphException error = Assert.Throws<GraphException>(() => loss.Backward());
        Assert.StartsWith("backward: parameter \"weight\" has changed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_derivative_that_does_not_need_the_values_does_not_mind_that_they_changed()
    {
        Parameter parameter = new(Tensor.From(1.0, 2));
        Tensor loss = (parameter.Value * Tensor.From(3.0, 4)).Sum();
        parameter.Assign(Tensor.From(5.0, 6));
        TensorAssert.Holds(loss.Backward()[parameter], 3, 4);
    }

    [Fact]
    public void Values_that_do_not_fit_are_refused()
    {
        Parameter parameter = new(Tensor.Zeros([2]));
        ShapeException error = Assert.Throws<ShapeException>(() => parameter.Assign(Tensor.Zeros([3])));
        Assert.Equal("assign: parameter \"unnamed\" is [2], the values are [3]", error.Message);
        Assert.Throws<DTypeException>(() => parameter.Assign(Tensor.Zeros([2], DType.Float64)));
        Assert.Throws<DTypeException>(() => new Parameter(Tensor.Arange(3)));
    }
}
