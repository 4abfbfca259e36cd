namespace Denpa.Benchmarks;

/// <summary>Steps of optimizers over the weights of the first layer of mlp-sgd, and over those of a layer of wide-sgd.</summary>
public class Updates : KernelBenchmark
{
    private const double LearningRate = 0.001;

    private protected override IEnumerable<KernelCase> Make() => [Sgd(784 * 256), Sgd(4096 * 4096), Adam(784 * 256), Adam(4096 * 4096)];

    private static KernelCase Sgd(int length) =>
        Of("sgd", length, new SgdUpdate(WeightDecay: 0), states: 0, gradient => LearningRate * gradient);

    /// <summary>At its first step Adam goes by the learning rate along the gradient's sign, less what ε takes off.</summary>
    private static KernelCase Adam(int length) => Of(
        "adam", length, new AdamUpdate(0, 0.9, 0.999, 1e-8, Decoupled: false), states: 2,
        gradient => LearningRate * gradient / (Math.Abs(gradient) + 1e-8));

    private static KernelCase Of(string name, int length, UpdateOp update, int states, Func<double, double> change)
    {
        Tensor weight = new Parameter(Random([length])).Value;
        Tensor gradient = Random([length], 0.1, 1);
        Tensor[] remembered = [.. Enumerable.Range(0, states).Select(_ => Tensor.Zeros([length]))];
        Tensor[] inputs = [weight, gradient, Tensor.Scalar(LearningRate), Tensor.Scalar(1, DType.Int64), .. remembered];
        return new KernelCase($"{name} of {length}", update, inputs, weight, Expected)
        {
            // The weight and what is remembered are read and written, the gradient is read.
            Bytes = 4.0 * length * (3 + (2 * states)),
        };

        double[] Expected() => [.. Doubles(weight).Zip(Doubles(gradient), (value, slope) => value - change(slope))];
    }
}
