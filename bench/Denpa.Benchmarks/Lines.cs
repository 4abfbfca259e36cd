namespace Denpa.Benchmarks;

/// <summary>What goes along rows or columns: softmax, and the sums that are the gradients of biases.</summary>
public class Lines : KernelBenchmark
{
    private protected override IEnumerable<KernelCase> Make() =>
    [
        Softmax(128, 10),
        Softmax(256, 1024),
        SumOfColumns(128, 256),
        SumOfColumns(256, 4096),
        SumOfAll(1 << 20),
    ];

    private static KernelCase Softmax(int rows, int columns)
    {
        Tensor input = Random([rows, columns], -5, 5);
        return new KernelCase($"softmax {rows}×{columns}", new SoftmaxOp(Axis: 1), [input], Tensor.Zeros([rows, columns]), () =>
        {
            double[] exponentials = Array.ConvertAll(Doubles(input), Math.Exp);
            double[] totals = [.. exponentials.Chunk(columns).Select(row => row.Sum())];
            return [.. exponentials.Select((exponential, i) => exponential / totals[i / columns])];
        });
    }

    private static KernelCase SumOfColumns(int rows, int columns)
    {
        Tensor input = Random([rows, columns]);
        SumOp sum = new(0, KeepDimensions: false);
        return new KernelCase($"sum of columns {rows}×{columns}", sum, [input], Tensor.Zeros([columns]), () =>
        {
            double[] sums = new double[columns];
            double[] elements = Doubles(input);
            for (int i = 0; i < elements.Length; i++) sums[i % columns] += elements[i];
            return sums;
        });
    }

    private static KernelCase SumOfAll(int length)
    {
        Tensor input = Random([length], 0, 1);
        SumOp sum = new(default, KeepDimensions: false);
        return new KernelCase($"sum of {length}", sum, [input], Tensor.Zeros([]), () => [Doubles(input).Sum()]);
    }
}
