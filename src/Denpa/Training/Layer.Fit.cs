namespace Denpa;

/// <content>Training in one call, for the usual cases; a <see cref="Trainer"/> has the others.</content>
public abstract partial class Layer
{
    /// <summary>Learns classes: the cross-entropy of the outputs, one for each class, as logits.</summary>
    /// <param name="features">The features, [samples, features].</param>
    /// <param name="classes">The class of each sample, from 0.</param>
    /// <param name="options">How to train: 100 epochs in batches of 32 by seed 0 when left out.</param>
    /// <param name="progress">Told after every step and every epoch, such as a <see cref="ConsoleProgress"/>.</param>
    /// <returns>What became of it. The model is left in its mode for use.</returns>
    /// <exception cref="DivergenceException">The loss or a gradient is not finite, or the loss grew a million-fold.</exception>
    /// <exception cref="DenpaException">Features, targets and outputs do not fit each other.</exception>
    public TrainingResult Fit(
        float[,] features, int[] classes, TrainingOptions? options = null, IProgress<TrainingProgress>? progress = null) =>
        Fit(Matrix(features), Tensor.From(Array.ConvertAll(classes, each => (long)each), [classes.Length]), options, progress);

    /// <summary>Learns yes and no: the binary cross-entropy of the one output as a logit.</summary>
    /// <param name="features">The features, [samples, features].</param>
    /// <param name="targets">Yes or no for each sample.</param>
    /// <param name="options">How to train: 100 epochs in batches of 32 by seed 0 when left out.</param>
    /// <param name="progress">Told after every step and every epoch, such as a <see cref="ConsoleProgress"/>.</param>
    /// <returns>What became of it. The model is left in its mode for use.</returns>
    /// <exception cref="DivergenceException">The loss or a gradient is not finite, or the loss grew a million-fold.</exception>
    /// <exception cref="DenpaException">Features, targets and outputs do not fit each other.</exception>
    public TrainingResult Fit(
        float[,] features, bool[] targets, TrainingOptions? options = null, IProgress<TrainingProgress>? progress = null) =>
        Fit(Matrix(features), Tensor.From(targets, [targets.Length, 1]), options, progress);

    /// <summary>Learns a number: the mean squared error of the one output.</summary>
    /// <param name="features">The features, [samples, features].</param>
    /// <param name="targets">The number of each sample.</param>
    /// <param name="options">How to train: 100 epochs in batches of 32 by seed 0 when left out.</param>
    /// <param name="progress">Told after every step and every epoch, such as a <see cref="ConsoleProgress"/>.</param>
    /// <returns>What became of it. The model is left in its mode for use.</returns>
    /// <exception cref="DivergenceException">The loss or a gradient is not finite, or the loss grew a million-fold.</exception>
    /// <exception cref="DenpaException">Features, targets and outputs do not fit each other.</exception>
    public TrainingResult Fit(
        float[,] features, float[] targets, TrainingOptions? options = null, IProgress<TrainingProgress>? progress = null) =>
        Fit(Matrix(features), Tensor.From(targets, [targets.Length, 1]).To(Element), options, progress);

    /// <summary>Learns numbers: the mean squared error of the outputs.</summary>
    /// <param name="features">The features, [samples, features].</param>
    /// <param name="targets">The numbers of each sample, [samples, outputs].</param>
    /// <param name="options">How to train: 100 epochs in batches of 32 by seed 0 when left out.</param>
    /// <param name="progress">Told after every step and every epoch, such as a <see cref="ConsoleProgress"/>.</param>
    /// <returns>What became of it. The model is left in its mode for use.</returns>
    /// <exception cref="DivergenceException">The loss or a gradient is not finite, or the loss grew a million-fold.</exception>
    /// <exception cref="DenpaException">Features, targets and outputs do not fit each other.</exception>
    public TrainingResult Fit(
        float[,] features, float[,] targets, TrainingOptions? options = null, IProgress<TrainingProgress>? progress = null) =>
        Fit(Matrix(features), Matrix(targets), options, progress);

    /// <summary>
    /// Learns targets from features: class indices (int64) by the cross-entropy, yes and no (bool) by the binary cross-entropy, both of
    /// logits; numbers by the mean squared error.
    /// </summary>
    /// <param name="features">The features, samples along axis 0, of the parameters' element type.</param>
    /// <param name="targets">The targets, samples along axis 0.</param>
    /// <param name="options">How to train: 100 epochs in batches of 32 by seed 0 when left out.</param>
    /// <param name="progress">Told after every step and every epoch, such as a <see cref="ConsoleProgress"/>.</param>
    /// <param name="optimizer">What changes the parameters; Adam at 0.001 when left out.</param>
    /// <param name="loss">What to make small; by the targets' element type when left out.</param>
    /// <returns>What became of it. The model is left in its mode for use.</returns>
    /// <exception cref="DivergenceException">The loss or a gradient is not finite, or the loss grew a million-fold.</exception>
    /// <exception cref="DenpaException">Features, targets and outputs do not fit each other.</exception>
    public TrainingResult Fit(
        Tensor features,
        Tensor targets,
        TrainingOptions? options = null,
        IProgress<TrainingProgress>? progress = null,
        Optimizer? optimizer = null,
        Loss? loss = null)
    {
        loss ??= targets.DType switch
        {
            DType.Int64 => new SoftmaxCrossEntropy(),
            DType.Bool => new BinaryCrossEntropy(),
            _ => new MeanSquaredError(),
        };
        if (targets.DType == DType.Bool) targets = targets.To(features.DType);
        return new Trainer(this, loss, optimizer ?? new Adam(Parameters), options).Fit(new Dataset(features, targets), progress: progress);
    }

    /// <summary>The parameters' element type.</summary>
    private DType Element => Parameters.FirstOrDefault()?.Value.DType ?? DType.Float32;

    private Tensor Matrix(float[,] array) => Tensor.From(array).To(Element);
}
