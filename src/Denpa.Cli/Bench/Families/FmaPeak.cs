using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Cli.Bench.Families;

/// <summary>
/// The most float32 operations a second that this machine was seen to do: independent chains of fused multiply-adds that never leave
/// the registers. A unit of work is 10⁹ operations.
/// </summary>
internal sealed class FmaPeak(int threads) : ITimed
{
    // Enough to hide the latency of a fused multiply-add on two or more units, and, with two constants, no more than 16 registers.
    private const int Chains = 12;
    private const int RoundsAtFirst = 100_000;

    /// <summary>The widest vectors that the hardware has, in bits.</summary>
    public static int VectorBits => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    private static double OperationsPerRound => 2.0 * Chains * VectorBits / 32;

    public double[] Time(Timing timing)
    {
        long rounds = RoundsAtFirst;
        for (long begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < timing.WarmUp;) Run(rounds);
        while (Seconds(rounds) < timing.ShortestRun.TotalSeconds) rounds *= 2;
        double work = rounds * OperationsPerRound * threads / 1e9;
        double[] runs = new double[timing.Runs];
        for (int run = 0; run < runs.Length; run++) runs[run] = Seconds(rounds) / work;
        return runs;
    }

    /// <summary>The time from the common start of all threads to the end of the last.</summary>
    private double Seconds(long rounds)
    {
        using Barrier start = new(threads);
        Thread[] others = new Thread[threads - 1];
        for (int i = 0; i < others.Length; i++)
        {
            others[i] = new Thread(Share) { IsBackground = true };
            others[i].Start();
        }

        start.SignalAndWait();
        long begun = Stopwatch.GetTimestamp();
        Run(rounds);
        foreach (Thread other in others) other.Join();
        return Stopwatch.GetElapsedTime(begun).TotalSeconds;

        void Share()
        {
            start.SignalAndWait();
            Run(rounds);
        }
    }

    private static float Run(long rounds)
    {
        if (Vector512.IsHardwareAccelerated) return Loop<Vector512<float>, Lanes512>(rounds);
        return Vector256.IsHardwareAccelerated ? Loop<Vector256<float>, Lanes256>(rounds) : Loop<Vector128<float>, Lanes128>(rounds);
    }

    // Each chain x ← x·m + a has a fixed point near which it stays, so no number overflows or becomes subnormal.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Loop<TVector, TLanes>(long rounds)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector m = TLanes.Create(0.5f), a = TLanes.Create(0.75f);
        TVector x0 = a, x1 = a, x2 = a, x3 = a, x4 = a, x5 = a, x6 = a, x7 = a, x8 = a, x9 = a, x10 = a, x11 = a;
        for (; rounds > 0; rounds--)
        {
            x0 = TLanes.MultiplyAdd(x0, m, a);
            x1 = TLanes.MultiplyAdd(x1, m, a);
            x2 = TLanes.MultiplyAdd(x2, m, a);
            x3 = TLanes.MultiplyAdd(x3, m, a);
            x4 = TLanes.MultiplyAdd(x4, m, a);
            x5 = TLanes.MultiplyAdd(x5, m, a);
            x6 = TLanes.MultiplyAdd(x6, m, a);
            x7 = TLanes.MultiplyAdd(x7, m, a);
            x8 = TLanes.MultiplyAdd(x8, m, a);
            x9 = TLanes.MultiplyAdd(x9, m, a);
            x10 = TLanes.MultiplyAdd(x10, m, a);
            x11 = TLanes.MultiplyAdd(x11, m, a);
        }

        // What nobody reads the compiler would not compute.
        float sum = TLanes.First(x0) + TLanes.First(x1) + TLanes.First(x2) + TLanes.First(x3) + TLanes.First(x4) + TLanes.First(x5);
        return sum + TLanes.First(x6) + TLanes.First(x7) + TLanes.First(x8) + TLanes.First(x9) + TLanes.First(x10) + TLanes.First(x11);
    }

    private interface ILanes<TVector>
    {
        static abstract TVector Create(float value);

        static abstract TVector MultiplyAdd(TVector x, TVector y, TVector z);

        static abstract float First(TVector x);
    }

    private readonly struct Lanes512 : ILanes<Vector512<float>>
    {
        public static Vector512<float> Create(float value) => Vector512.Create(value);

        public static Vector512<float> MultiplyAdd(Vector512<float> x, Vector512<float> y, Vector512<float> z) =>
            Vector512.FusedMultiplyAdd(x, y, z);

        public static float First(Vector512<float> x) => x.ToScalar();
    }

    private readonly struct Lanes256 : ILanes<Vector256<float>>
    {
        public static Vector256<float> Create(float value) => Vector256.Create(value);

        public static Vector256<float> MultiplyAdd(Vector256<float> x, Vector256<float> y, Vector256<float> z) =>
            Vector256.FusedMultiplyAdd(x, y, z);

        public static float First(Vector256<float> x) => x.ToScalar();
    }

    private readonly struct Lanes128 : ILanes<Vector128<float>>
    {
        public static Vector128<float> Create(float value) => Vector128.Create(value);

        public static Vector128<float> MultiplyAdd(Vector128<float> x, Vector128<float> y, Vector128<float> z) =>
            Vector128.FusedMultiplyAdd(x, y, z);

        public static float First(Vector128<float> x) => x.ToScalar();
    }
}
