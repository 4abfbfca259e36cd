using System.Numerics;

namespace Denpa;

/// <summary>
/// When a recorded step is compared with what it does now: in its first runs, of which alternating ones differ, and then at doubling
/// distances, which cost next to nothing.
/// </summary>
internal static class ComparisonTimes
{
    private const long First = 4;

    /// <param name="run">The run of the step, from 1, in which it was recorded.</param>
    public static bool IsDue(long run) => run <= First || BitOperations.IsPow2(run);
}
