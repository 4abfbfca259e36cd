namespace Denpa;

/// <summary>Applying an op: shape rule, a destination, forward, and the links that a derivative or a recording asks for.</summary>
internal static class Application
{
    public static Tensor Run(Op op, ReadOnlySpan<Tensor> inputs)
    {
        TensorSpec spec = Infer(op, inputs, out int aliasOffset);
        Scope scope = Scope.Current;
        Storage storage = op.Aliases < 0 ? Storage.Allocate(spec.DType, spec.Shape.ElementCount) : inputs[op.Aliases].Storage;
        int offset = op.Aliases < 0 ? 0 : inputs[op.Aliases].Offset + aliasOffset;
        Tensor output = new(storage, offset, spec.Shape);
        scope.Recording?.Undo?.KeepBefore(op, inputs);
        using (op.Draws is null ? null : HostReads.Allow()) op.Forward(new Operands(inputs, output));
        foreach (int overwritten in op.Overwrites) inputs[overwritten].Storage.MarkChanged();
        if (scope.Differentiates && spec.DType.IsFloatingPoint && AnyTracked(inputs))
        {
            output = OpNode.Link(op, inputs, output, scope.Layer);
        }

        scope.Recording?.Add(new Invocation(op, inputs.ToArray(), output, scope.Layer, scope.IsDerivative));
        return output;
    }

    private static TensorSpec Infer(Op op, ReadOnlySpan<Tensor> inputs, out int aliasOffset)
    {
        Span<TensorSpec> specs = new TensorSpec[inputs.Length];
        for (int i = 0; i < inputs.Length; i++) specs[i] = inputs[i].Spec;
        aliasOffset = op.Aliases < 0 ? 0 : op.AliasOffset(specs);
        return op.Infer(specs);
    }

    private static bool AnyTracked(ReadOnlySpan<Tensor> inputs)
    {
        foreach (Tensor input in inputs)
        {
            if (input.IsTracked) return true;
        }

        return false;
    }
}
