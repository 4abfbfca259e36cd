using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

/// <summary>The widths of vectors that kernels are tried at.</summary>
internal static class Widths
{
    /// <summary>Those that this machine has, from a single lane up.</summary>
    public static VectorWidth[] All => [.. Enum.GetValues<VectorWidth>().Where(width => width <= VectorWidths.Widest)];

    /// <summary>The same for a theory.</summary>
    public static TheoryData<string> Data => [.. All.Select(width => width.ToString())];

    public static VectorWidth Parse(string width) => Enum.Parse<VectorWidth>(width);

    /// <summary>Runs a kernel at every width and demands the same bits of each run. Hands back the common result.</summary>
    public static T[] SameAtEach<T>(Func<VectorWidth, T[]> kernel)
        where T : unmanaged
    {
        T[] results = kernel(All[0]);
        foreach (VectorWidth width in All[1..])
        {
            bool same = KernelData.Bytes(results).SequenceEqual(KernelData.Bytes(kernel(width)));
            Assert.True(same, $"other bits at {width} than at {All[0]}");
        }

        return results;
    }
}
