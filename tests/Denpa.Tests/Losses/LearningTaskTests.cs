using Denpa.Tests.Support;

namespace Denpa.Tests.Losses;

public sealed class LearningTaskTests
{
    private static readonly Tensor Logits = Tensor.From([0.2, -1, 3], [1, 3]);

    [Fact]
    public void Each_task_has_its_loss()
    {
        Assert.IsType<MeanSquaredError>(LearningTask.Regression.DefaultLoss());
        Assert.IsType<BinaryCrossEntropy>(LearningTask.BinaryClassification.DefaultLoss());
        Assert.IsType<SoftmaxCrossEntropy>(LearningTask.Classification.DefaultLoss());
        Assert.Equal(LossReduction.Sum, LearningTask.Classification.DefaultLoss(LossReduction.Sum).Reduction);
    }

    [Fact]
    public void Each_task_has_its_output_layer()
    {
        Assert.Same(Logits, LearningTask.Regression.Activate(Logits));
        TensorAssert.Close(Logits.Sigmoid(), LearningTask.BinaryClassification.Activate(Logits));
        Assert.Equal(1, LearningTask.Classification.Activate(Logits).Sum().Item(), 15);
    }

    [Fact]
    public void With_the_loss_of_a_classification_the_gradient_is_prediction_less_target()
    {
        Tensor logits = Logits.Watch("logits");
        Tensor target = Tensor.From([0.0, 1, 0], [1, 3]);
        Tensor binary = LearningTask.BinaryClassification.DefaultLoss(LossReduction.Sum).Forward(logits, target);
        TensorAssert.Close(LearningTask.BinaryClassification.Activate(Logits) - target, binary.Backward()[logits]);
        Tensor many = LearningTask.Classification.DefaultLoss(LossReduction.Sum).Forward(logits, target);
        TensorAssert.Close(LearningTask.Classification.Activate(Logits) - target, many.Backward()[logits]);
    }

    [Fact]
    public void No_other_task_has_a_loss() => Assert.Throws<ArgumentOutOfRangeException>(() => ((LearningTask)7).DefaultLoss());
}
