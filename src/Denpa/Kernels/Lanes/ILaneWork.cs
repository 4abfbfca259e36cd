namespace Denpa.Kernels;

/// <summary>Work that is written for lanes of any width: <see cref="VectorWidths.Run"/> does it with those of one.</summary>
internal interface ILaneWork<T>
    where T : unmanaged
{
    void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes, T>;
}
