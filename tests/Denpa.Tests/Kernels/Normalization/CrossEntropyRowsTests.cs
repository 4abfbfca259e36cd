using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

public sealed class CrossEntropyRowsTests
{
    public static TheoryData<int, int> Sizes => new MatrixTheoryData<int, int>([1, 2, 15, 16, 17, 33, 200], [1, 2, 3, 10, 16, 17, 300]);

    /// <summary>Sizes around the classes that are laid out at once.</summary>
    public static TheoryData<int, int> ManyClasses => new MatrixTheoryData<int, int>([1, 9], [16_383, 16_384, 16_385, 40_000]);

    [Theory]
    [MemberData(nameof(Sizes))]
    [MemberData(nameof(ManyClasses))]
    public void Sum_and_error_are_those_of_the_textbook(int rows, int classes)
    {
        double[] logits = KernelData.Fractions<double>((long)rows * classes, seed: rows);
        long[] targets = [.. Enumerable.Range(0, rows).Select(row => (long)(row * 7 % classes))];
        double expected = 0;
        double[] expectedError = new double[logits.Length];
        for (int row = 0; row < rows; row++)
        {
            double[] exponentials = [.. logits.AsSpan(row * classes, classes).ToArray().Select(Math.Exp)];
            double sum = exponentials.Sum();
            expected -= Math.Log(exponentials[targets[row]] / sum);
            for (int j = 0; j < classes; j++)
            {
                expectedError[(row * classes) + j] = 0.5 * ((exponentials[j] / sum) - (j == targets[row] ? 1 : 0));
            }
        }

        Assert.Equal(expected, CrossEntropyRows.Sum<double>(logits, targets, classes), 1e-12 * Math.Max(1, Math.Abs(expected)));
        double[] error = Error(logits, targets, classes, 0.5);
        for (int i = 0; i < error.Length; i++) Assert.Equal(expectedError[i], error[i], 1e-14);
    }

    [Fact]
    public void As_many_classes_as_a_tensor_may_hold_are_laid_out_in_blocks()
    {
        // 2²⁵ classes in all lanes would be 2³¹ bytes at once, more than an array holds, and 2²⁴ is as far as float32 counts by ones.
        const int Classes = 1 << 25;
        Assert.Equal(25 * Math.Log(2), CrossEntropyRows.Sum<float>(new float[Classes], [Classes - 1], Classes), 1e-5);
    }

    [Fact]
    public void An_infinite_logit_has_all_the_probability_whichever_block_it_is_in()
    {
        const int Classes = 40_000;
        double[] logits = new double[Classes];
        logits[20_000] = double.PositiveInfinity;
        Assert.Equal(0, CrossEntropyRows.Sum<double>(logits, [20_000], Classes));
        Assert.Equal(double.PositiveInfinity, CrossEntropyRows.Sum<double>(logits, [3], Classes));
        double[] error = Error(logits, [3], Classes, 1.0);
        Assert.Equal([(3, -1.0), (20_000, 1.0)], error.Index().Where(entry => entry.Item != 0));
    }

    [Fact]
    public void A_row_has_the_same_bits_alone_and_among_others()
    {
        const int Classes = 5;
        float[] logits = KernelData.Fractions<float>(100 * Classes, seed: 3);
        long[] targets = [.. Enumerable.Range(0, 100).Select(row => (long)(row % Classes))];
        float[] together = KernelData.SameAtAnyThreadCount(() => Error(logits, targets, Classes, 1f));
        for (int row = 0; row < 100; row++)
        {
            float[] alone = Error(logits[(row * Classes)..((row + 1) * Classes)], targets[row..(row + 1)], Classes, 1f);
            Assert.Equal(alone, together.AsSpan(row * Classes, Classes).ToArray());
        }
    }

    [Fact]
    public void A_row_has_the_same_loss_alone_and_among_others_and_the_losses_make_the_sum()
    {
        const int Classes = 5;
        float[] logits = KernelData.Fractions<float>(100 * Classes, seed: 4);
        long[] targets = [.. Enumerable.Range(0, 100).Select(row => (long)(row * 3 % Classes))];
        float[] together = KernelData.SameAtAnyThreadCount(() => Losses(logits, targets, Classes));
        for (int row = 0; row < 100; row++)
        {
            float[] alone = Losses(logits[(row * Classes)..((row + 1) * Classes)], targets[row..(row + 1)], Classes);
            Assert.Equal(alone[0], together[row]);
        }

        Assert.Equal(together.Sum(loss => (double)loss), CrossEntropyRows.Sum<float>(logits, targets, Classes));
    }

    [Fact]
    public void Logits_however_large_give_finite_numbers()
    {
        float[] logits = [1e30f, -1e30f, 0, float.MaxValue, 0, float.MinValue];
        Assert.Equal(0, CrossEntropyRows.Sum<float>(logits, [0, 0], 3));
        Assert.All(Error(logits, [1, 2], 3, 1f), value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void A_row_with_a_number_that_is_none_spoils_itself_alone()
    {
        float[] logits = [0, float.NaN, 1, 2];
        float[] error = Error(logits, [0, 1], 2, 1f);
        Assert.All(error[..2], value => Assert.True(float.IsNaN(value)));
        Assert.All(error[2..], value => Assert.True(float.IsFinite(value)));
        Assert.True(double.IsNaN(CrossEntropyRows.Sum<float>(logits, [0, 1], 2)));
    }

    private static float[] Losses(float[] logits, long[] targets, int classes) => Widths.SameAtEach(width =>
    {
        float[] losses = new float[targets.Length];
        CrossEntropyRows.Losses<float>(logits, targets, losses, classes, width);
        return losses;
    });

    private static T[] Error<T>(T[] logits, long[] targets, int classes, T factor)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> => Widths.SameAtEach(width =>
        {
            T[] error = new T[logits.Length];
            CrossEntropyRows.Error(logits, targets, error, classes, factor, width);
            return error;
        });
}
