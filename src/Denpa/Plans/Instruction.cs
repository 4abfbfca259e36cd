using System.Runtime.CompilerServices;

namespace Denpa;

/// <summary>An op with the tensors that it reads and the one that it fills.</summary>
internal sealed class Instruction
{
    private readonly ForwardKernel kernel;
    private readonly Tensor[] inputs;
    private readonly Tensor output;
    private readonly Storage[] changed;

    public Instruction(Op op, Tensor[] inputs, Tensor output)
    {
        (kernel, this.inputs, this.output) = (op.KernelFor(output.DType), inputs, output);
        changed = [.. op.Overwrites.ToArray().Select(overwritten => inputs[overwritten].Storage)];
    }

    // Optimized at once: the tiers would inline the op that they see most, whose frame every other op then pays for.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run()
    {
        kernel(new Operands(inputs, output));
        foreach (Storage storage in changed) storage.MarkChanged();
    }
}
