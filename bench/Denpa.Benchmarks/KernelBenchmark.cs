using BenchmarkDotNet.Attributes;

namespace Denpa.Benchmarks;

/// <summary>Cases of one kernel: each is verified first, then timed.</summary>
public abstract class KernelBenchmark
{
    [ParamsSource(nameof(Cases))]
    public KernelCase Case { get; set; } = null!;

    public IEnumerable<KernelCase> Cases => Make();

    [GlobalSetup]
    public void Verify() => Case.Verify();

    [Benchmark]
    public void Run() => Case.Run();

    private protected abstract IEnumerable<KernelCase> Make();

    private protected static Tensor Random(Shape shape, double low = -1, double high = 1) =>
        Tensor.Uniform(shape, new Generator(seed: 1), low, high);

    private protected static double[] Doubles(Tensor tensor) => tensor.To(DType.Float64).ToArray<double>();
}
