using System.Numerics;
using System.Runtime.Intrinsics;

namespace Denpa;

/// <summary>One step of an optimizer for a vector of a parameter's elements; each lane depends on its own values alone.</summary>
internal interface IUpdateRule<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The parameter after the step; what the rule remembers is changed in place.</summary>
    Vector512<T> Invoke(Vector512<T> parameter, Vector512<T> gradient, ref UpdateState<T> state);
}

/// <summary>What a rule remembers for a vector of elements: as much of it as the rule has a use for.</summary>
internal struct UpdateState<T>
{
    public Vector512<T> First;
    public Vector512<T> Second;
    public Vector512<T> Third;
}
