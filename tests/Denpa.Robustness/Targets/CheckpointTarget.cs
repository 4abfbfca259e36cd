namespace Denpa.Robustness;

/// <summary>Checkpoints are read; one that reads is gone on from, for no more than the first look at the request to end.</summary>
internal sealed class CheckpointTarget : FuzzTarget
{
    private static readonly Dataset Data = ToySets.Xor();
    private static readonly CancellationToken Ended = new(canceled: true);

    public override string Name => "checkpoints";

    internal override long AllocationBound(int length) => 2_000_000 + (1000L * length);

    internal override bool Accepts(byte[] file)
    {
        try
        {
            MakeTrainer(checkpoints: null).Fit(Data, Data, Checkpoint.Read(new MemoryStream(file), "checkpoint"), cancellationToken: Ended);
            return true;
        }
        catch (Exception refusal) when (refusal is InvalidFileException or CheckpointException)
        {
            return false;
        }
    }

    private protected override byte[][] MakeOriginals()
    {
        string folder = Directory.CreateTempSubdirectory("denpa-fuzz-").FullName;
        using (CheckpointStore store = new(folder)) MakeTrainer(store).Fit(Data, Data);
        byte[][] originals = [.. Directory.GetFiles(folder, "*.safetensors").Order().Select(System.IO.File.ReadAllBytes)];
        Directory.Delete(folder, recursive: true);
        return originals;
    }

    private protected override byte[] Spoil(byte[] original, byte[] other, Generator generator) => generator.NextInteger(0, 2) == 0
        ? base.Spoil(original, other, generator)
        : SealedFile.Spoil(original, other, generator);

    private static Trainer MakeTrainer(CheckpointStore? checkpoints)
    {
        Generator generator = new(1);
        Dropout dropout = new(0.2, generator.Fork("dropout"));
        Sequential model = new(new Linear(2, 3, generator), new Tanh(), dropout, new Linear(3, 1, generator));
        TrainingOptions options = new() { Epochs = 3, BatchSize = 2, Patience = 3 };
        return new Trainer(model, new BinaryCrossEntropy(), new Adam(model.Parameters, 0.01), options, new PlateauSchedule(0.5, 2))
        {
            Metrics = [Metric.Accuracy],
            Checkpoints = checkpoints,
        };
    }
}
