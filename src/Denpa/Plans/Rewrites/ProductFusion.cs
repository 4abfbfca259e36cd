using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// A matrix product takes in the elementwise ops that follow it: the bias, the activation, in back propagation the activation's
/// derivative, the check of a gradient. They are applied to a tile of the product while it is in cache, to the bits that the ops
/// one by one would give.
/// </summary>
internal sealed class ProductFusion : Rewrite
{
    public override void Apply(Tape tape)
    {
        for (int i = 0; i < tape.Invocations.Count; i++)
        {
            Invocation product = tape.Invocations[i];
            if (product.Op is not MatMulOp op || !MatMulOp.IsSingle(product.Inputs[0].Shape, product.Inputs[1].Shape)) continue;
            if (!product.Output.DType.IsFloatingPoint) continue;
            FuseCase fuse = new(tape, i, op);
            ElementTypes.OfFloating(product.Output.DType, ref fuse);
        }
    }

    private static void Fuse<T>(Tape tape, int place, MatMulOp op)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Invocation product = tape.Invocations[place];
        Chain<T> chain = new(product, op);
        while (Next(tape, place, chain) is { } follower && chain.TryTake(tape.Invocations[follower]))
        {
            tape.Invocations.RemoveAt(follower);
        }

        tape.Invocations[place] = chain.ToInvocation();
    }

    /// <summary>The place of the op that may be taken in next, or null.</summary>
    private static int? Next<T>(Tape tape, int place, Chain<T> chain)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Storage storage = chain.Output.Storage;
        int[] readers = [.. tape.Readers(storage, place + 1)];
        if (readers.Length == 0) return null;
        Invocation first = tape.Invocations[readers[0]];
        bool isView = first.Op.Aliases >= 0;
        if (!isView && (readers.Length > 1 || tape.Results.Any(result => result.Storage == storage))) return null;
        foreach (Tensor other in first.Inputs)
        {
            if (other.Storage != storage && tape.IsWritten(other.Storage, place, readers[0])) return null;
        }

        return readers[0];
    }

    private readonly struct FuseCase(Tape tape, int place, MatMulOp op) : IFloatingCase
    {
        public void Run<T>()
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => Fuse<T>(tape, place, op);
    }

    /// <summary>A product with the steps that it has taken in.</summary>
    private sealed class Chain<T>(Invocation product, MatMulOp op)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly List<FusedStep<T>> steps = [];
        private readonly List<Tensor> others = [];
        private readonly List<Op> followers = [];
        private readonly int columns = product.Output.Shape[-1];

        public Tensor Output { get; private set; } = product.Output;

        /// <summary>Takes in an op, if it goes element by element over the product as a whole.</summary>
        public bool TryTake(Invocation follower)
        {
            if (follower.Inputs.Count > 2 || (follower.Inputs.Count == 2 && others.Count == TileChain<T>.MostOthers)) return false;
            int own = follower.Inputs[0].Storage == Output.Storage ? 0 : 1;
            Tensor tile = follower.Inputs[own];
            bool isWhole = tile.Offset == 0 && tile.Length == Output.Length && tile.Rank > 0 && tile.Shape[-1] == columns;
            if (!isWhole || follower.Output.Shape != tile.Shape || follower.Output.DType != tile.DType) return false;
            int otherIndex = -1;
            bool isRow = false;
            if (follower.Inputs.Count == 2)
            {
                Tensor other = follower.Inputs[1 - own];
                isRow = other.Length == columns && other.Rank > 0 && other.Shape[-1] == columns && other.Shape != tile.Shape;
                if (other.Storage == Output.Storage || other.DType != tile.DType || (!isRow && other.Shape != tile.Shape)) return false;
                otherIndex = others.Count;
            }

            if (follower.Op is not ITileOp tiled || tiled.AsTileStep<T>(own) is not { } step) return false;
            if (otherIndex >= 0) others.Add(follower.Inputs[1 - own]);
            steps.Add(new FusedStep<T>(step, otherIndex, isRow));
            followers.Add(follower.Op);
            Output = follower.Output;
            return true;
        }

        public Invocation ToInvocation()
        {
            FusedProductOp<T> fused = new(
                op, op.Measure(product.Inputs[0].Shape, product.Inputs[1].Shape), [.. followers], [.. steps]);
            return product with { Op = fused, Inputs = [.. product.Inputs, .. others], Outputs = [Output] };
        }
    }
}
