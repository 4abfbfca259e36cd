namespace Denpa;

/// <summary>What a network is to learn, which decides its output layer and its loss together.</summary>
public enum LearningTask
{
    /// <summary>Numbers: the identity with the squared error.</summary>
    Regression,

    /// <summary>One of two classes: the sigmoid with the binary cross-entropy.</summary>
    BinaryClassification,

    /// <summary>One of many classes: the softmax with the cross-entropy.</summary>
    Classification,
}

/// <summary>What goes together with a task. With each pair ∂L/∂x is prediction less target.</summary>
public static class LearningTasks
{
    extension(LearningTask task)
    {
        /// <summary>The loss, from logits for the two classifications: a network ends without the output layer in training.</summary>
        /// <exception cref="ArgumentOutOfRangeException">It is no task.</exception>
        public Loss DefaultLoss(LossReduction reduction = LossReduction.Mean) => task switch
        {
            LearningTask.Regression => new MeanSquaredError(reduction),
            LearningTask.BinaryClassification => new BinaryCrossEntropy(reduction),
            LearningTask.Classification => new SoftmaxCrossEntropy(reduction),
            _ => throw NoTask(task),
        };

        /// <summary>What the output layer makes of a network's last numbers: for classes the probabilities, along the last axis.</summary>
        /// <exception cref="ArgumentOutOfRangeException">It is no task.</exception>
        public Tensor Activate(Tensor logits) => task switch
        {
            LearningTask.Regression => logits,
            LearningTask.BinaryClassification => logits.Sigmoid(),
            LearningTask.Classification => logits.Softmax(),
            _ => throw NoTask(task),
        };
    }

    private static ArgumentOutOfRangeException NoTask(LearningTask task) => new(nameof(task), task, "it is no task");
}
