using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

/// <summary>The multiply-add that is rounded once, also as float64 makes it where the hardware has none.</summary>
public sealed class FusedMultiplyAddTests
{
    private static readonly float[] Edges =
    [
        0, -0f, 1, -1, float.Epsilon, -float.Epsilon, 1.17549435e-38f, 1.1754942e-38f, float.MaxValue, float.MinValue,
        float.PositiveInfinity, float.NegativeInfinity, float.NaN, 1.0000001f, 0.99999994f, 1 + (1 / 4096f), 16777215,
    ];

    [Theory]
    [InlineData(1e-20f, 1 + (1 / 2048f) + (1 / 8388608f))]
    [InlineData(-1e-20f, 1 + (1 / 2048f))]
    [InlineData(0, 1 + (1 / 2048f))]
    public void What_lies_beside_the_middle_of_two_numbers_is_rounded_to_its_own_side(float addend, float expected)
    {
        // (1 + 2⁻¹²)² = 1 + 2⁻¹¹ + 2⁻²⁴, in the middle between two numbers of float32, and float64 does not see the addend.
        float factor = 1 + (1 / 4096f);
        Assert.All(InDouble([factor], [factor], [addend]), result => Assert.Equal(expected, result[0]));
        Assert.All(Widths.All, width => Assert.Equal(expected, InLanes(width, [factor], [factor], [addend])[0]));
    }

    [Fact]
    public void Any_numbers_are_rounded_as_the_platform_rounds_them()
    {
        (float[]? left, float[]? right, float[]? addend) = Operands();
        int[] expected = Bits([.. left.Select((x, i) => MathF.FusedMultiplyAdd(x, right[i], addend[i]))]);
        foreach (float[] result in InDouble(left, right, addend))
            Assert.Equal(expected, Bits(result));
        foreach (VectorWidth width in Widths.All)
            Assert.Equal(expected, Bits(InLanes(width, left, right, addend)));
    }

    private static (float[] Left, float[] Right, float[] Addend) Operands()
    {
        Random random = new(1);
        List<(float Left, float Right, float Addend)> operands = new();
        foreach (float x in Edges)
            operands.AddRange(from y in Edges from z in Edges select (x, y, z));
        for (int i = 0; i < 100_000; i++)
        {
            // Few bits make middles, and neighbouring exponents cancellation.
            (float x, float y) = (Number(random, 24, 100), Number(random, random.Next(1, 25), 40));
            float z = i % 2 == 0 ? Number(random, random.Next(1, 25), 149) : -MathF.Round(x * y, 3) + Number(random, 3, 60);
            operands.Add((x, y, z));
        }

        return ([.. operands.Select(o => o.Left)], [.. operands.Select(o => o.Right)], [.. operands.Select(o => o.Addend)]);
    }

    private static float Number(Random random, int bits, int exponents) =>
        (float)((random.Next(1 << bits) | 1) * Math.ScaleB(random.Next(2) == 0 ? 1 : -1, random.Next(-exponents, exponents - bits)));

    // NaNs are alike: their bits are the hardware's affair.
    private static int[] Bits(float[] x) => [.. x.Select(e => float.IsNaN(e) ? -1 : BitConverter.SingleToInt32Bits(e))];

    private static List<float[]> InDouble(float[] left, float[] right, float[] addend)
    {
        float[] narrow = new float[left.Length];
        float[] wide = new float[left.Length];
        for (int i = 0; i < left.Length; i++)
        {
            (Vector128<float> x, Vector128<float> y, Vector128<float> z) =
                (Vector128.Create(left[i]), Vector128.Create(right[i]), Vector128.Create(addend[i]));
            narrow[i] = FusedMultiplyAddInDouble.Of(x, y, z)[i % 4];
            if (Avx.IsSupported)
                wide[i] = FusedMultiplyAddInDouble.Of(Vector256.Create(x, x), Vector256.Create(y, y), Vector256.Create(z, z))[i % 8];
        }

        return Avx.IsSupported ? [narrow, wide] : [narrow];
    }

    private static unsafe float[] InLanes(VectorWidth width, float[] left, float[] right, float[] addend)
    {
        float[] result = new float[left.Length];
        fixed (float* x = left, y = right, z = addend, to = result)
            VectorWidths.Run<float, Work>(new Work(x, y, z, to, left.Length), width);
        return result;
    }

    private readonly unsafe struct Work(float* left, float* right, float* addend, float* result, int length) : ILaneWork<float>
    {
        public void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes, float>
        {
            for (int i = 0; i < length; i += TLanes.Count)
            {
                TLanes x = TLanes.LoadPart(left + i, length - i, TLanes.Zero);
                TLanes y = TLanes.LoadPart(right + i, length - i, TLanes.Zero);
                TLanes z = TLanes.LoadPart(addend + i, length - i, TLanes.Zero);
                TLanes.FusedMultiplyAdd(x, y, z).StorePart(result + i, Math.Min(TLanes.Count, length - i));
            }
        }
    }
}
