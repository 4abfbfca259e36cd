namespace Denpa;

/// <summary>Applying an op: shape rule, destinations, forward, and the links that a derivative or a recording asks for.</summary>
internal static class Application
{
    public static void Run(Op op, ReadOnlySpan<Tensor> inputs, Span<Tensor> outputs)
    {
        TensorSpec single = default;
        Span<TensorSpec> specs = outputs.Length == 1 ? new Span<TensorSpec>(ref single) : new TensorSpec[outputs.Length];
        Infer(op, inputs, specs, out int aliasOffset);
        Scope scope = Scope.Current;
        bool isFloating = false;
        for (int i = 0; i < outputs.Length; i++)
        {
            TensorSpec spec = specs[i];
            isFloating |= spec.DType.IsFloatingPoint;
            outputs[i] = i == 0 && op.Aliases >= 0
                ? new Tensor(inputs[op.Aliases].Storage, inputs[op.Aliases].Offset + aliasOffset, spec.Shape)
                : new Tensor(Storage.Allocate(spec.DType, spec.Shape.ElementCount), 0, spec.Shape);
        }

        scope.Recording?.Undo?.KeepBefore(op, inputs);
        using (op.Draws is null ? null : HostReads.Allow()) Forward(op, new Operands(inputs, outputs));
        if (!op.Overwrites.IsEmpty) MarkChanged(op.Overwrites, inputs);
        if (scope.Differentiates && isFloating && AnyTracked(inputs)) OpNode.Link(op, inputs, outputs, scope.Layer);
        scope.Recording?.Add(new Invocation(op, inputs.ToArray(), outputs.ToArray(), scope.Layer, scope.IsDerivative));
    }

    /// <summary>Computes the outputs; an op that meets tensors of a type that it did not expect is named.</summary>
    private static void Forward(Op op, in Operands operands)
    {
        try
        {
            op.Forward(operands);
        }
        catch (DTypeException error) when (error.NoteOperation(op.Name))
        {
            throw;
        }
    }

    private static void Infer(Op op, ReadOnlySpan<Tensor> inputs, Span<TensorSpec> outputs, out int aliasOffset)
    {
        Span<TensorSpec> specs = new TensorSpec[inputs.Length];
        for (int i = 0; i < inputs.Length; i++) specs[i] = inputs[i].Spec;
        aliasOffset = op.Aliases < 0 ? 0 : op.AliasOffset(specs);
        op.Infer(specs, outputs);
    }

    private static void MarkChanged(OperandSet overwritten, ReadOnlySpan<Tensor> inputs)
    {
        for (int i = 0; i < inputs.Length; i++)
        {
            if (overwritten.Contains(i)) inputs[i].Storage.MarkChanged();
        }
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
