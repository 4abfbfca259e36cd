namespace Denpa;

/// <summary>
/// Ops whose operands never change are left as they came out when recorded: what a mean divides by, the gradient that
/// back propagation begins with.
/// </summary>
internal sealed class ConstantFolding : Rewrite
{
    public override void Apply(Tape tape)
    {
        HashSet<Storage> varying = [];
        foreach (Invocation invocation in tape.Invocations)
        {
            varying.UnionWith(invocation.Overwritten());
        }

        List<Invocation> kept = [];
        foreach (Invocation invocation in tape.Invocations)
        {
            if (IsConstant(invocation)) continue;
            varying.UnionWith(invocation.Made());
            kept.Add(invocation);
        }

        tape.Invocations.Clear();
        tape.Invocations.AddRange(kept);

        bool IsConstant(Invocation invocation)
        {
            Op op = invocation.Op;
            if (op.Aliases >= 0 || op.Draws is not null || !op.Overwrites.IsEmpty) return false;
            return !invocation.Inputs.Where((input, i) => op.Reads.Contains(i) && Varies(input.Storage)).Any();
        }

        bool Varies(Storage storage) =>
            storage.IsVariable || storage.IsShared || varying.Contains(storage) || tape.IsInput(storage);
    }
}
