namespace Denpa.Benchmarks;

/// <summary>Transcendental functions of a vector that stays in the first cache, and of one that does not.</summary>
public class Functions : KernelBenchmark
{
    private protected override IEnumerable<KernelCase> Make() =>
    [
        .. Of("exp", ExpOp.Instance, Math.Exp, -10, 10),
        .. Of("log", LogOp.Instance, Math.Log, 0.01, 10),
        .. Of("tanh", TanhOp.Instance, Math.Tanh, -5, 5),
        .. Of("sigmoid", SigmoidOp.Instance, x => 1 / (1 + Math.Exp(-x)), -10, 10),
    ];

    private static IEnumerable<KernelCase> Of(string name, Op op, Converter<double, double> function, double low, double high)
    {
        foreach (int length in (int[])[1_024, 1 << 20])
        {
            Tensor input = Random([length], low, high);
            yield return new KernelCase(
                $"{name} of {length}", op, [input], Tensor.Zeros([length]), () => Array.ConvertAll(Doubles(input), function));
        }
    }
}
