using Denpa.Kernels;

namespace Denpa.Benchmarks;

/// <summary>Matrix products of the sizes that the workloads of <c>denpa bench</c> have.</summary>
public class Products : KernelBenchmark
{
    private protected override IEnumerable<KernelCase> Make() =>
    [
        Of("square 64", 64, 64, 64),
        Of("square 256", 256, 256, 256),
        Of("square 1024", 1024, 1024, 1024),
        Of("mlp, forward", 128, 256, 784, transposeRight: true),
        Of("mlp, weight gradient", 256, 784, 128, transposeLeft: true),
        Of("mlp, input gradient", 128, 256, 128),
        Of("book, forward", 100, 50, 784, transposeRight: true),
        Of("book, weight gradient", 50, 784, 100, transposeLeft: true),
        Of("wide, forward", 256, 4096, 4096, transposeRight: true),
        Of("wide, weight gradient", 4096, 4096, 256, transposeLeft: true),
        Of("one row", 1, 256, 784, transposeRight: true),
    ];

    private static KernelCase Of(string name, int m, int n, int k, bool transposeLeft = false, bool transposeRight = false)
    {
        Tensor left = Random(transposeLeft ? [k, m] : [m, k]);
        Tensor right = Random(transposeRight ? [n, k] : [k, n]);
        Tensor output = Tensor.Zeros([m, n]);
        return new KernelCase($"{name}: {m}×{n}×{k}", new MatMulOp(transposeLeft, transposeRight), [left, right], output, Reference)
        {
            Operations = 2.0 * m * n * k,
        };

        double[] Reference()
        {
            float[] product = new float[m * n];
            MatrixProductReference.Multiply(
                left.AsSpan<float>(), right.AsSpan<float>(), product, m, n, k, transposeLeft, transposeRight);
            return Array.ConvertAll(product, element => (double)element);
        }
    }
}
