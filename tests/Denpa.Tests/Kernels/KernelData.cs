using System.Numerics;

namespace Denpa.Tests.Kernels;

/// <summary>Operands for kernel tests.</summary>
internal static class KernelData
{
    /// <summary>Whole numbers from -4 to 4: sums of their products are exact in every element type, in any order.</summary>
    public static T[] WholeNumbers<T>(long length, int seed)
        where T : INumber<T>
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, checked((int)length)).Select(_ => T.CreateTruncating(random.Next(-4, 5)))];
    }

    /// <summary>Numbers between -1 and 1, whose sums round.</summary>
    public static T[] Fractions<T>(long length, int seed)
        where T : INumber<T>
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, checked((int)length)).Select(_ => T.CreateTruncating((random.NextDouble() * 2) - 1))];
    }

    /// <summary>Runs a kernel with 1, 2, 3 and 4 threads and demands the same bits of each run. Hands back the common result.</summary>
    public static T[] SameAtAnyThreadCount<T>(Func<T[]> kernel)
        where T : unmanaged
    {
        T[] Run(int threads)
        {
            using IDisposable limit = Workers.Limit(threads);
            return kernel();
        }

        T[] alone = Run(1);
        for (int threads = 2; threads <= 4; threads++)
            Assert.Equal(Bytes(alone), Bytes(Run(threads)));
        return alone;
    }

    public static byte[] Bytes<T>(T[] values)
        where T : unmanaged
        => System.Runtime.InteropServices.MemoryMarshal.AsBytes<T>(values).ToArray();
}
