using System.Numerics;
using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

public abstract class SoftmaxKernelTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static double Unit => double.CreateChecked(T.BitIncrement(T.One) - T.One);

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(64, 10, 1)]
    [InlineData(5, 67, 1)]
    [InlineData(7, 16, 1)]
    [InlineData(3, 5000, 1)]
    [InlineData(300, 100, 1)]
    [InlineData(1, 65, 17)]
    [InlineData(3, 9, 100)]
    [InlineData(2, 3, 8)]
    [InlineData(1, 900, 5)]
    [InlineData(0, 9, 5)]
    public void Both_are_near_the_reference_in_float64(int outer, int length, int inner)
    {
        T[] source = KernelData.Fractions<T>((long)outer * length * inner, seed: 1);
        for (int place = 0; place < source.Length; place++)
            source[place] *= T.CreateChecked(20);
        T[] probabilities = KernelData.SameAtAnyThreadCount(() => Run(SoftmaxKernel.Probabilities, source, outer, length, inner));
        T[] logarithms = KernelData.SameAtAnyThreadCount(() => Run(SoftmaxKernel.LogProbabilities, source, outer, length, inner));
        for (int line = 0; line < outer * inner; line++)
        {
            int first = (line / inner * length * inner) + (line % inner);
            int[] places = [.. Enumerable.Range(0, length).Select(i => first + (i * inner))];
            double largest = places.Max(place => double.CreateChecked(source[place]));
            double total = Math.Log(places.Sum(place => Math.Exp(double.CreateChecked(source[place]) - largest)));
            foreach (int place in places)
            {
                double logarithm = double.CreateChecked(source[place]) - largest - total;
                Assert.Equal(logarithm, double.CreateChecked(logarithms[place]), tolerance: 8 * Unit * Math.Max(1, Math.Abs(logarithm)));
                Assert.Equal(Math.Exp(logarithm), double.CreateChecked(probabilities[place]), tolerance: 64 * Unit * Math.Exp(logarithm));
            }
        }
    }

    [Fact]
    public void What_lies_beside_a_line_does_not_change_its_bits()
    {
        T[] lines = KernelData.Fractions<T>(9 * 37, seed: 2);
        T[] all = Run(SoftmaxKernel.Probabilities, lines, 9, 37, 1);
        for (int line = 0; line < 9; line++)
        {
            Assert.Equal(
                all[(line * 37)..((line + 1) * 37)], Run(SoftmaxKernel.Probabilities, lines[(line * 37)..((line + 1) * 37)], 1, 37, 1));
        }
    }

    [Fact]
    public void NaN_reaches_its_own_line_and_no_other()
    {
        T[] results = Run(SoftmaxKernel.Probabilities, [T.One, T.NaN, T.Zero, T.Zero, T.One, -T.One], 3, 2, 1);
        Assert.Equal([true, true, false, false, false, false], results.Select(T.IsNaN));
        results = Run(SoftmaxKernel.LogProbabilities, [T.One, T.NaN, T.Zero, T.Zero, T.One, -T.One], 1, 2, 3);
        Assert.Equal([false, true, false, false, true, false], results.Select(T.IsNaN));
    }

    /// <summary>The result of a kernel, which has the same bits at any width.</summary>
    private static T[] Run(Kernel kernel, T[] source, int outer, int length, int inner) => Widths.SameAtEach(width =>
    {
        T[] destination = new T[source.Length];
        kernel(source, destination, outer, length, inner, width);
        return destination;
    });

    private delegate void Kernel(ReadOnlySpan<T> source, Span<T> destination, int outer, int length, int inner, VectorWidth? width);
}

public sealed class SingleSoftmaxKernelTests : SoftmaxKernelTests<float>;

public sealed class DoubleSoftmaxKernelTests : SoftmaxKernelTests<double>;
