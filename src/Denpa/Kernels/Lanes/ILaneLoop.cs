namespace Denpa.Kernels;

/// <summary>A loop whose body is written for lanes of any width: <see cref="LaneLoop"/> runs it with those of one.</summary>
internal interface ILaneLoop<T>
    where T : unmanaged
{
    /// <summary>Does the part from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    void Run<TLanes>(int start, int end)
        where TLanes : unmanaged, ILanes<TLanes, T>;
}
