using System.Text.Json;
using Denpa.Tests.Support;

namespace Denpa.Tests.Losses;

/// <summary>Every loss against PyTorch: its value and its gradient, for each reduction and kind of weight.</summary>
public sealed class LossReferenceTests
{
    public static TheoryData<ReferenceLoss> Cases => new(ReferenceFixtures.AllLosses);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Losses_and_their_gradients_are_PyTorchs(ReferenceLoss reference)
    {
        Tensor predictions = reference.Predictions.ToTensor().Watch("predictions");
        (Tensor loss, Tensor gradient) = DeclarationAssert.Holds(() =>
        {
            Tensor loss = Make(reference).Forward(predictions, reference.Targets.ToTensor(), reference.Weights?.ToTensor());
            return (loss, loss.Backward(reference.Upstream.ToTensor())[predictions]);
        });
        TensorAssert.Close(reference.Output.Shape, reference.Output.Values, loss, 1e-12, 1e-14);
        TensorAssert.Close(reference.Gradient.Shape, reference.Gradient.Values, gradient, 1e-12, 1e-14);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Losses_in_float32_are_close_to_those_in_float64(ReferenceLoss reference)
    {
        Tensor predictions = reference.Predictions.ToTensor().To(DType.Float32).Watch("predictions");
        Tensor targets = reference.Targets.ToTensor();
        if (targets.DType.IsFloatingPoint) targets = targets.To(DType.Float32);
        Tensor loss = Make(reference).Forward(predictions, targets, reference.Weights?.ToTensor().To(DType.Float32));
        TensorAssert.Close(reference.Output.Shape, reference.Output.Values, loss, 1e-5, 1e-6);
        Tensor gradient = loss.Backward(reference.Upstream.ToTensor().To(DType.Float32))[predictions];
        TensorAssert.Close(reference.Gradient.Shape, reference.Gradient.Values, gradient, 1e-5, 1e-6);
    }

    private static Loss Make(ReferenceLoss reference)
    {
        JsonElement attributes = reference.Attributes;
        LossReduction reduction = Enum.Parse<LossReduction>(attributes.Text("reduction"), ignoreCase: true);
        double smoothing = attributes.Has("labelSmoothing") ? attributes.Number("labelSmoothing") : 0;
        double[]? classWeights = attributes.Has("classWeights") ? attributes.Numbers("classWeights") : null;
        return reference.Loss switch
        {
            "mean-squared" => new MeanSquaredError(reduction),
            "half-squared" => new HalfSquaredError(reduction),
            "absolute" => new AbsoluteError(reduction),
            "huber" => new Huber(attributes.Number("delta"), reduction),
            "cross-entropy" => new SoftmaxCrossEntropy(reduction, smoothing, classWeights),
            "binary-cross-entropy" => new BinaryCrossEntropy(reduction),
            "negative-log-likelihood" => new NegativeLogLikelihood(reduction, classWeights),
            _ => throw new ArgumentException($"no loss is called {reference.Loss}"),
        };
    }
}
