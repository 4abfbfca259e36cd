using System.Numerics;
using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

/// <summary>A result's bits depend on its own input alone: not on its lane, its neighbours or the instruction set.</summary>
public class LaneTests
{
    private static readonly double[] Probes =
    [
        0, -0.0, 1e-45, -1e-310, 1e-20, 0.3, -0.55, 0.9999, 1, -1, 1.41, -2.71, 3.95, 20.5,
        -88.1, 88.6, -100, -104.5, 709.5, -745, 1e5, -1e6, 1e30,
        double.NaN, double.PositiveInfinity, double.NegativeInfinity,
    ];

    [Theory]
    [MemberData(nameof(VectorFunction.NamesAndWidths), MemberType = typeof(VectorFunction))]
    public void A_value_gives_the_same_bits_in_any_lane_among_any_neighbours(string name, string width)
    {
        VectorFunction function = VectorFunction.Named(name);
        AssertLanesIndependent([.. Probes.Select(x => (float)x)], function, Widths.Parse(width));
        AssertLanesIndependent(Probes, function, Widths.Parse(width));
    }

    [Theory]
    [InlineData("exp", 0x0d04b4d893cd466a, 0xe64c1e318f2dcd91)]
    [InlineData("expm1", 0x8b8e474e50798341, 0xc50ad4158f483445)]
    [InlineData("log", 0x10e09406ab8430c0, 0x5a78a4ef712382bd)]
    [InlineData("log1p", 0xbc57c323f3b097e5, 0xf0122be6d5ffce74)]
    [InlineData("tanh", 0x78db282ce6c6520d, 0x4e900bc7fa66a476)]
    [InlineData("sigmoid", 0x468d4d96cb9ae8f4, 0xdfa6e24be4a33c5a)]
    [InlineData("softplus", 0x265f4c4477b5520f, 0xd16b675fbb686fdb)]
    [InlineData("erf", 0xb4d7b4d9811958bc, 0x8bc928ffaf6b6129)]
    [InlineData("sin", 0xc989bb637b1200d8, 0x2bc252a4af92497c)]
    [InlineData("cos", 0xa3f38844a308bf9d, 0xfe6037f206b5ac78)]
    public void The_bits_are_those_found_on_other_instruction_sets(string name, ulong ofSingle, ulong ofDouble)
    {
        VectorFunction function = VectorFunction.Named(name);
        double[] inputs = [.. DoubleReference.Of(name).Select(point => point.X).Where(x => Math.Abs(x) <= function.Limit)];
        float[] singles = [.. inputs.Select(x => (float)x)];
        foreach (VectorWidth width in Widths.All)
        {
            IEnumerable<ulong> bitsOfSingles = function.Of(singles, width).Select(x => (ulong)BitConverter.SingleToUInt32Bits(x));
            IEnumerable<ulong> bitsOfDoubles = function.Of(inputs, width).Select(BitConverter.DoubleToUInt64Bits);
            Assert.Equal((ofSingle, ofDouble), (Fingerprint(bitsOfSingles), Fingerprint(bitsOfDoubles)));
        }
    }

    private static void AssertLanesIndependent<T>(T[] probes, VectorFunction function, VectorWidth width)
        where T : unmanaged, INumber<T>
    {
        const int lanes = 16;
        foreach (T probe in probes)
        {
            byte[] expected = KernelData.Bytes([function.Of(probe, width)]);
            for (int lane = 0; lane < lanes; lane++)
            {
                // Each lane meets every other probe as a neighbour, as the window of neighbours moves along.
                T[] neighbours = Enumerable.Range(0, lanes).Select(i => probes[(i * 5 + lane * 7) % probes.Length]).ToArray();
                neighbours[lane] = probe;
                Assert.Equal(expected, KernelData.Bytes([function.Of(neighbours, width)[lane]]));
            }
        }
    }

    /// <summary>FNV-1a over 64-bit words.</summary>
    private static ulong Fingerprint(IEnumerable<ulong> words) =>
        words.Aggregate(0xcbf29ce484222325, (hash, word) => unchecked((hash ^ word) * 0x100000001b3));
}
