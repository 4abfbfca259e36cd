using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// The batch after the one that is being trained on: threads that wait for others gather its rows meanwhile, into buffers that then
/// change places with the inputs of the recorded step.
/// </summary>
internal sealed class NextBatch : SpareWork
{
    // A piece takes less than a microsecond, which is what it may hold a loop up.
    private const int PieceBytes = 4096;

    // What is gathered in about the time of opening a loop is gathered when it is needed.
    private const int LeastBytes = 64 * 1024;

    private readonly Dataset dataset;
    private readonly Tensor[] buffers;
    private readonly int batchSize;
    private readonly int rowsPerPiece;
    private ReadOnlyMemory<int> rows;

    private NextBatch(Dataset dataset, Tensor[] buffers, int rowBytes)
    {
        (this.dataset, this.buffers, batchSize) = (dataset, buffers, buffers[0].Shape[0]);
        rowsPerPiece = Math.Max(1, PieceBytes / rowBytes);
    }

    /// <summary>For batches like those of a recorded step; null where they are too small to be worth it, or may change meanwhile.</summary>
    public static NextBatch? For(Dataset dataset, RecordedStep step)
    {
        Tensor features = step.Inputs[0];
        long bytes = (long)features.Length * features.DType.SizeInBytes;
        if (bytes < LeastBytes || dataset.MayChange) return null;
        Tensor[] buffers = new Tensor[step.Inputs.Length];
        for (int i = 0; i < buffers.Length; i++) buffers[i] = Tensor.Allocate(step.Inputs[i].Spec, isLasting: true);
        return new NextBatch(dataset, buffers, (int)(bytes / features.Shape[0]));
    }

    /// <summary>Begins to gather these rows, unless there are not as many as the step takes.</summary>
    public void Begin(ReadOnlyMemory<int> rows)
    {
        if (rows.Length != batchSize) return;
        this.rows = rows;
        Begin((batchSize + rowsPerPiece - 1) / rowsPerPiece);
    }

    /// <summary>Makes these rows the inputs of the step; false, with nothing done, when it is not they that were begun with.</summary>
    public bool MoveTo(RecordedStep step, ReadOnlyMemory<int> wanted)
    {
        if (!IsUnderWay) return false;
        if (!rows.Equals(wanted))
        {
            Abandon();
            return false;
        }

        Finish();
        step.ExchangeInputs(buffers);
        return true;
    }

    /// <summary>Stops gathering.</summary>
    public void Stop()
    {
        if (IsUnderWay) Abandon();
    }

    protected override void Run(int piece)
    {
        int start = piece * rowsPerPiece;
        dataset.GatherPart(rows.Span, buffers, start, Math.Min(rows.Length, start + rowsPerPiece));
    }
}
