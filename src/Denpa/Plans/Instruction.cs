using System.Runtime.CompilerServices;

namespace Denpa;

/// <summary>An op with the tensors that it reads and those that it fills.</summary>
internal sealed class Instruction
{
    private readonly ForwardKernel kernel;
    private readonly Tensor[] inputs;
    private readonly Tensor[] outputs;
    private readonly Storage[] changed;

    public Instruction(Op op, Tensor[] inputs, Tensor[] outputs)
    {
        (kernel, this.inputs, this.outputs) = (op.KernelFor(new Operands(inputs, outputs)), inputs, outputs);
        changed = [.. inputs.Where((_, input) => op.Overwrites.Contains(input)).Select(input => input.Storage)];
    }

    // Optimized at once: the tiers would inline the op that they see most, whose frame every other op then pays for.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run()
    {
        kernel(new Operands(inputs, outputs));
        foreach (Storage storage in changed) storage.MarkChanged();
    }
}
