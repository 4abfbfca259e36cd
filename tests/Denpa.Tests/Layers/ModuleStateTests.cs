using Denpa.Tests.Support;

namespace Denpa.Tests.Layers;

public sealed class ModuleStateTests
{
    private static Sequential Network(int hidden = 3, ulong seed = 1)
    {
        Generator generator = new(seed);
        return new Sequential(new Linear(2, hidden, generator), new Relu(), new Linear(hidden, 1, generator));
    }

    [Fact]
    public void State_is_saved_by_path_and_in_order() =>
        Assert.Equal(["0.weight", "0.bias", "2.weight", "2.bias"], Network().SaveState().Keys);

    [Fact]
    public void Loaded_state_is_the_saved_one()
    {
        Sequential other = Network(seed: 2);
        other.LoadState(Network().SaveState());
        foreach ((string name, Tensor values) in Network().SaveState()) TensorAssert.Close(values, other.SaveState()[name], 0, 0);
    }

    [Fact]
    public void Saved_state_is_a_copy()
    {
        Sequential network = Network();
        IReadOnlyDictionary<string, Tensor> saved = network.SaveState();
        network.Parameters.First().Assign(Tensor.Ones([3, 2]));
        Assert.NotEqual(saved["0.weight"].ToArray<float>(), network.SaveState()["0.weight"].ToArray<float>());
    }

    [Fact]
    public void The_state_of_an_inner_module_is_by_path_from_there()
    {
        Sequential inner = Network();
        Sequential outer = new(new Relu(), inner);
        Assert.Equal(["0.weight", "0.bias", "2.weight", "2.bias"], inner.SaveState().Keys);
        Assert.Equal(["1.0.weight", "1.0.bias", "1.2.weight", "1.2.bias"], outer.SaveState().Keys);
        outer.Forward(Tensor.Ones([1, 2]));
    }

    [Fact]
    public void All_that_does_not_fit_is_listed_and_nothing_changes()
    {
        Dictionary<string, Tensor> state = new(Network(seed: 2).SaveState())
        {
            ["0.weight"] = Tensor.Ones([3, 4]),
            ["0.bias"] = Tensor.Ones([3], DType.Float64),
            ["3.weight"] = Tensor.Ones([5]),
        };
        state.Remove("2.bias");
        Sequential network = Network();
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => network.LoadState(state));
        Assert.StartsWith(
            "load state: it does not fit this module: \"0.weight\" is float32 [3, 2], the state has float32 [3, 4]; " +
            "\"0.bias\" is float32 [3], the state has float64 [3]; \"2.bias\" float32 [1] is missing; " +
            "\"3.weight\" float32 [5] is unexpected",
            refusal.Message,
            StringComparison.Ordinal);
        IReadOnlyDictionary<string, Tensor> after = network.SaveState();
        foreach ((string name, Tensor values) in Network().SaveState()) TensorAssert.Close(values, after[name], 0, 0);
    }

    [Fact]
    public void When_it_need_not_be_strict_only_shapes_must_fit()
    {
        Sequential network = Network();
        Dictionary<string, Tensor> part = new() { ["0.bias"] = Tensor.From(1f, 2, 3), ["other"] = Tensor.Ones([1]) };
        network.LoadState(part, strict: false);
        TensorAssert.Holds(network.SaveState()["0.bias"], 1, 2, 3);
        part["0.bias"] = Tensor.Ones([4]);
        Assert.Throws<ArgumentException>(() => network.LoadState(part, strict: false));
    }

    [Fact]
    public void Gradients_through_parameters_that_were_loaded_over_are_refused()
    {
        Sequential network = Network();
        Tensor output = network.Forward(Tensor.Ones([1, 2])).Sum();
        network.LoadState(network.SaveState());
        Assert.Throws<GraphException>(() => output.Backward());
    }
}
