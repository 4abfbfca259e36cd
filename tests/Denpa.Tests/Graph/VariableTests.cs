using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class VariableTests
{
    [Fact]
    public void A_variable_of_any_element_type_begins_with_a_copy_and_has_no_derivatives()
    {
        long[] array = [1, 2];
        Variable variable = Variable.Of(Tensor.Wrap(array, [2]));
        array[0] = 9;
        TensorAssert.Holds(variable.Value, 1, 2);
        Assert.False(variable.Value.IsTracked);
        Assert.False(Variable.Of(Tensor.Scalar(1)).Value.IsTracked);
    }

    [Fact]
    public void Assigning_counts_a_version_and_changes_no_snapshot()
    {
        Variable variable = Variable.Of(Tensor.From(1.0, 2));
        Tensor snapshot = variable.Snapshot();
        variable.Assign(Tensor.From(5.0, 6));
        TensorAssert.Holds(variable.Value, 5, 6);
        TensorAssert.Holds(snapshot, 1, 2);
        Assert.Equal(1, variable.Version);
    }

    [Fact]
    public void Assigning_what_is_computed_from_parameters_links_nothing()
    {
        Parameter parameter = new(Tensor.From(1.0, 2));
        Variable variable = Variable.Of(Tensor.Zeros([2], DType.Float64));
        variable.Assign(parameter.Value * 2);
        Assert.False(variable.Value.IsTracked);
        TensorAssert.Holds(variable.Value, 2, 4);
    }

    [Fact]
    public void Values_of_another_shape_or_type_are_refused_by_name()
    {
        Holder holder = new();
        ShapeException shape = Assert.Throws<ShapeException>(() => holder.Mean.Assign(Tensor.Zeros([3], DType.Float64)));
        Assert.Equal("assign: variable \"running_mean\" is [2], the values are [3]", shape.Message);
        DTypeException type = Assert.Throws<DTypeException>(() => holder.Mean.Assign(Tensor.Zeros([2])));
        Assert.Equal("assign: variable \"running_mean\" is float64, the values are float32", type.Message);
    }

    [Fact]
    public void A_module_keeps_its_variables_in_its_state_and_out_of_its_parameters()
    {
        Sequential model = new(new Holder(), new Linear(2, 1, new Generator(1)));
        Assert.Equal(["0.running_mean", "0.num_batches_tracked", "1.weight", "1.bias"], model.SaveState().Keys);
        Assert.Equal(["1.weight", "1.bias"], model.Parameters.Select(parameter => parameter.Name));
        Dictionary<string, Tensor> state = new(model.SaveState()) { ["0.running_mean"] = Tensor.From(3.0, 4) };
        model.LoadState(state);
        TensorAssert.Holds(model.Variables.First().Value, 3, 4);
    }

    [Fact]
    public void A_variable_has_one_module_and_a_name_of_its_own()
    {
        Holder holder = new();
        Assert.Contains(
            "is registered already", Assert.Throws<ArgumentException>(() => new Taker(holder.Mean)).Message, StringComparison.Ordinal);
    }

    private sealed class Holder : Layer
    {
        public Holder()
        {
            Mean = Register("running_mean", Variable.Of(Tensor.Zeros([2], DType.Float64)));
            Register("num_batches_tracked", Variable.Of(Tensor.Zeros([], DType.Int64)));
        }

        public Variable Mean { get; }

        protected override Tensor Compute(Tensor input) => input;
    }

    private sealed class Taker : Layer
    {
        public Taker(Variable variable) => Register("taken", variable);

        protected override Tensor Compute(Tensor input) => input;
    }
}
