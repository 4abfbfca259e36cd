using Denpa.Tests.Support;

namespace Denpa.Tests.Layers;

/// <summary>Whole networks, forward and backward once, against PyTorch.</summary>
public sealed class NetworkReferenceTests
{
    public static TheoryData<ReferenceNetwork> Networks => ReferenceFixtures.Networks();

    [Theory]
    [MemberData(nameof(Networks))]
    public void Outputs_loss_and_gradients_are_PyTorchs(ReferenceNetwork reference)
    {
        Sequential network = Network(reference);
        Tensor input = reference.Inputs.ToTensor().Watch("input");
        Tensor logits = network.Forward(input);
        Loss loss = reference.Loss == "cross-entropy" ? new SoftmaxCrossEntropy() : new BinaryCrossEntropy();
        Tensor value = loss.Forward(logits, reference.Targets.ToTensor());
        Gradients gradients = value.Backward();
        TensorAssert.Close(reference.Logits.Shape, reference.Logits.Values, logits, 1e-12, 1e-14);
        Assert.Equal(1, value.Item() / reference.LossValue, 1e-12);
        TensorAssert.Close(reference.InputGradient.Shape, reference.InputGradient.Values, gradients[input], 1e-12, 1e-14);
        foreach (Parameter parameter in network.Parameters)
        {
            ReferenceTensor expected = reference.Gradients[parameter.Name];
            TensorAssert.Close(expected.Shape, expected.Values, gradients[parameter], 1e-12, 1e-14, parameter.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Gradients_of_every_parameter_agree_with_central_differences(ReferenceNetwork reference)
    {
        Sequential network = Network(reference);
        (Tensor input, Tensor targets) = (reference.Inputs.ToTensor(), reference.Targets.ToTensor());
        Loss loss = reference.Loss == "cross-entropy" ? new SoftmaxCrossEntropy() : new BinaryCrossEntropy();
        TensorAssert.Passes(GradientCheck.Run(() => loss.Forward(network.Forward(input), targets), network.Parameters));
    }

    private static Sequential Network(ReferenceNetwork reference)
    {
        (int inputs, int hidden, int outputs) = (reference.LayerSizes[0], reference.LayerSizes[1], reference.LayerSizes[2]);
        Generator generator = new(0);
        Sequential network = new(
            new Linear(inputs, hidden, generator, dtype: DType.Float64),
            reference.Activation == "relu" ? new Relu() : new Sigmoid(),
            new Linear(hidden, outputs, generator, dtype: DType.Float64));
        network.LoadState(reference.Parameters.ToDictionary(entry => entry.Key, entry => entry.Value.ToTensor()));
        return network;
    }
}
