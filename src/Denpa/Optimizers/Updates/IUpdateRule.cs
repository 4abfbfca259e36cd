using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>One step of an optimizer for some of a parameter's elements, lane by lane: each depends on its own values alone.</summary>
internal interface IUpdateRule<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The parameter after the step; what the rule remembers is changed in place.</summary>
    TLanes Invoke<TLanes>(TLanes parameter, TLanes gradient, ref UpdateState<TLanes> state)
        where TLanes : unmanaged, ILanes<TLanes, T>;
}

/// <summary>What a rule remembers for some elements: as much of it as the rule has a use for.</summary>
internal struct UpdateState<TLanes>
{
    public TLanes First;
    public TLanes Second;
    public TLanes Third;
}
