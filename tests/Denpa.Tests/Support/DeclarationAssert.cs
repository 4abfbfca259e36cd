using System.Runtime.InteropServices;

namespace Denpa.Tests.Support;

/// <summary>What ops declare about memory, held against what their forward does: a replay into buffers in use trusts it.</summary>
public static class DeclarationAssert
{
    /// <summary>Runs a function and checks every op that runs in it.</summary>
    public static T Holds<T>(Func<T> function)
    {
        Recording recording = new();
        T result;
        using (Graph.Record(recording)) result = function();
        foreach (Invocation invocation in recording.Invocations) Hold(invocation.Op, invocation.Inputs, invocation.Output.Spec);
        return result;
    }

    private static void Hold(Op op, IReadOnlyList<Tensor> inputs, TensorSpec output)
    {
        Trial trial = Trial.Of(op, inputs, copies => InPlace(op, copies) ?? Filled(output, 0));
        Trial overLeftovers = Trial.Of(op, inputs, copies => InPlace(op, copies) ?? Filled(output, 1));
        Assert.True(Same(trial.Output, overLeftovers.Output), $"{op.Name}: it does not fill every element of its output");
        for (int i = 0; i < inputs.Count; i++)
        {
            bool untouched = Same(inputs[i], trial.Inputs[i]);
            Assert.True(untouched || op.Overwrites.Contains(i), $"{op.Name}: it overwrites input {i} and does not declare it");
            if (!op.MayOverwrite.Contains(i) || inputs[i].Spec != output) continue;
            Trial over = Trial.Of(op, inputs, copies => copies[i]);
            Assert.True(Same(trial.Output, over.Output), $"{op.Name}: its output is another when it is written over input {i}");
        }
    }

    /// <summary>The output where an op writes none of its own, or null.</summary>
    private static Tensor? InPlace(Op op, Tensor[] inputs)
    {
        if (op.Aliases < 0) return null;
        TensorSpec[] specs = [.. inputs.Select(input => input.Spec)];
        TensorSpec[] outputs = new TensorSpec[op.OutputCount];
        op.Infer(specs, outputs);
        return new Tensor(inputs[op.Aliases].Storage, op.AliasOffset(specs), outputs[0].Shape);
    }

    /// <summary>A tensor whose bytes are all this one.</summary>
    private static Tensor Filled(TensorSpec spec, byte value)
    {
        Tensor tensor = Tensor.Allocate(spec);
        Bytes(tensor).Fill(value);
        return tensor;
    }

    private static bool Same(Tensor left, Tensor right) => left.Spec == right.Spec && Bytes(left).SequenceEqual(Bytes(right));

    private static Span<byte> Bytes(Tensor tensor) => tensor.DType switch
    {
        DType.Float32 => MemoryMarshal.AsBytes(tensor.Elements<float>()),
        DType.Float64 => MemoryMarshal.AsBytes(tensor.Elements<double>()),
        DType.Int64 => MemoryMarshal.AsBytes(tensor.Elements<long>()),
        DType.Bool => MemoryMarshal.AsBytes(tensor.Elements<bool>()),
        _ => tensor.Elements<byte>(),
    };

    /// <summary>Forward on copies of the inputs, with the numbers that it would draw next.</summary>
    private sealed record Trial(Tensor[] Inputs, Tensor Output)
    {
        public static Trial Of(Op op, IReadOnlyList<Tensor> inputs, Func<Tensor[], Tensor> outputAmong)
        {
            Tensor[] copies = [.. inputs.Select(Copy)];
            Tensor output = outputAmong(copies);
            GeneratorState? drawn = op.Draws?.State;
            op.Forward(new Operands(copies, new[] { output }));
            if (drawn is { } state) op.Draws!.Restore(state);
            return new Trial(copies, output);
        }

        private static Tensor Copy(Tensor tensor)
        {
            Tensor copy = Tensor.Allocate(tensor.Spec);
            Bytes(tensor).CopyTo(Bytes(copy));
            return copy;
        }
    }
}
