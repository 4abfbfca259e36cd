namespace Denpa;

/// <summary>An op with the tensors that it reads and the one that it fills.</summary>
internal sealed class Instruction
{
    private readonly Op op;
    private readonly Tensor[] inputs;
    private readonly Tensor output;
    private readonly Storage[] changed;

    public Instruction(Op op, Tensor[] inputs, Tensor output)
    {
        (this.op, this.inputs, this.output) = (op, inputs, output);
        changed = [.. op.Overwrites.ToArray().Select(overwritten => inputs[overwritten].Storage)];
    }

    public void Run()
    {
        op.Forward(new Operands(inputs, output));
        foreach (Storage storage in changed) storage.MarkChanged();
    }
}
