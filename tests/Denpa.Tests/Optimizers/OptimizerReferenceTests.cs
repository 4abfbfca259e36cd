using System.Text.Json;
using Denpa.Tests.Support;

namespace Denpa.Tests.Optimizers;

/// <summary>A hundred steps of every optimizer on PyTorch's network, through Denpa's own layers, loss and back propagation.</summary>
public sealed class OptimizerReferenceTests
{
    public static TheoryData<ReferenceTrajectory> Cases => new(ReferenceFixtures.AllOptimizers);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_hundred_steps_are_PyTorchs(ReferenceTrajectory reference)
    {
        Sequential network = Network(reference);
        Optimizer optimizer = Make(reference, network);
        for (int step = 1; step <= reference.Losses.Length; step++)
        {
            Assert.Equal(1, Step(reference, network, optimizer) / reference.Losses[step - 1], 1e-11);
            if (reference.Snapshots.FirstOrDefault(snapshot => snapshot.Step == step) is not { } expected) continue;
            foreach ((string name, Tensor values) in network.SaveState())
            {
                ReferenceTensor wanted = expected.Parameters[name];
                TensorAssert.Close(wanted.Shape, wanted.Values, values, 1e-11, 1e-13, $"{name}, step {step}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_step_writes_where_it_says_and_nowhere_else(ReferenceTrajectory reference)
    {
        Sequential network = Network(reference);
        Optimizer optimizer = Make(reference, network);
        DeclarationAssert.Holds(() => Step(reference, network, optimizer));
        Assert.Equal(1, optimizer.StepCount);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_optimizer_that_is_saved_and_loaded_goes_on_to_the_same_bits(ReferenceTrajectory reference)
    {
        Sequential network = Network(reference);
        Optimizer optimizer = Make(reference, network);
        for (int step = 0; step < 5; step++) Step(reference, network, optimizer);

        Sequential resumed = Network(reference);
        Optimizer loaded = Make(reference, resumed);
        resumed.LoadState(network.SaveState());
        loaded.LoadState(optimizer.SaveState());
        for (int step = 0; step < 3; step++)
        {
            Step(reference, network, optimizer);
            Step(reference, resumed, loaded);
        }

        Assert.Equal(8, loaded.StepCount);
        foreach ((string name, Tensor values) in network.SaveState()) TensorAssert.Close(values, resumed.SaveState()[name], 0, 0);
    }

    /// <summary>Takes one step; the loss before it.</summary>
    private static double Step(ReferenceTrajectory reference, Sequential network, Optimizer optimizer)
    {
        Tensor loss = new MeanSquaredError().Forward(network.Forward(reference.Inputs.ToTensor()), reference.Targets.ToTensor());
        Gradients gradients = loss.Backward();
        if (reference.Attributes.Has("maximumNorm")) gradients = gradients.ClipByNorm(reference.Attributes.Number("maximumNorm"));
        if (reference.Attributes.Has("maximumValue")) gradients = gradients.ClipByValue(reference.Attributes.Number("maximumValue"));
        optimizer.Step(gradients);
        return loss.Item();
    }

    private static Sequential Network(ReferenceTrajectory reference)
    {
        (int inputs, int hidden, int outputs) = (reference.LayerSizes[0], reference.LayerSizes[1], reference.LayerSizes[2]);
        Generator generator = new(0);
        Sequential network = new(
            new Linear(inputs, hidden, generator, dtype: DType.Float64),
            new Tanh(),
            new Linear(hidden, outputs, generator, dtype: DType.Float64));
        network.LoadState(reference.Start.ToDictionary(entry => entry.Key, entry => entry.Value.ToTensor()));
        return network;
    }

    private static Optimizer Make(ReferenceTrajectory reference, Sequential network)
    {
        JsonElement attributes = reference.Attributes;
        double Number(string name) => attributes.Number(name);
        ParameterGroup Group(IEnumerable<Parameter> parameters, double learningRate) =>
            new(parameters, learningRate, Number("weightDecay"));

        ParameterGroup[] groups = reference.Groups is null
            ? [Group(network.Parameters, Number("learningRate"))]
            : [.. reference.Groups.Select(group =>
                Group(network.Parameters.Where(parameter => group.Parameters.Contains(parameter.Name)), group.LearningRate))];
        return reference.Optimizer switch
        {
            "sgd" when attributes.Flag("nesterov") => new Nesterov(groups, Number("momentum")),
            "sgd" when Number("momentum") > 0 => new Momentum(groups, Number("momentum")),
            "sgd" => new Sgd(groups),
            "adagrad" => new AdaGrad(groups, Number("epsilon")),
            "rmsprop" => new RmsProp(
                groups, Number("smoothing"), Number("epsilon"), Number("momentum"), attributes.Flag("centered")),
            "adam" => new Adam(groups, Number("beta1"), Number("beta2"), Number("epsilon")),
            "adamw" => new AdamW(groups, Number("beta1"), Number("beta2"), Number("epsilon")),
            _ => throw new ArgumentException($"no optimizer is called {reference.Optimizer}"),
        };
    }
}
