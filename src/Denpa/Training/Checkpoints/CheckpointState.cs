using System.Text.Json.Serialization;

namespace Denpa;

/// <summary>All of a checkpoint that is not a tensor. Its JSON gives every number back to the bit.</summary>
/// <param name="Version">The layout of the checkpoint.</param>
/// <param name="Epoch">Epochs done.</param>
/// <param name="Batch">Batches of this epoch done.</param>
/// <param name="Step">Updates done.</param>
/// <param name="LossSum">This epoch's losses so far, each times what it counts for.</param>
/// <param name="LossWeight">What they count for together; of losses that are sums, how many they are.</param>
/// <param name="LossReference">The largest of the first losses.</param>
/// <param name="LossesSeen">How many of the first losses were seen.</param>
/// <param name="BestEpoch">The best epoch's number, 0 before there was one.</param>
/// <param name="Best">The best epoch's watched number.</param>
/// <param name="Waited">Epochs since.</param>
/// <param name="Finished">Why training ended of itself, if it did.</param>
/// <param name="History">The epochs done.</param>
/// <param name="Generators">Where each generator stands.</param>
/// <param name="Fingerprint">What the run is of: data, model, options.</param>
internal sealed record CheckpointState(
    int Version,
    int Epoch,
    int Batch,
    long Step,
    double LossSum,
    double LossWeight,
    double LossReference,
    int LossesSeen,
    int BestEpoch,
    double Best,
    int Waited,
    StopReason? Finished,
    EpochState[] History,
    Dictionary<string, GeneratorState> Generators,
    Dictionary<string, string> Fingerprint)
{
    public const int CurrentVersion = 2;

    /// <summary>What no run of these options can have written, or null.</summary>
    /// <param name="options">The options that the run has in common with its checkpoint.</param>
    /// <param name="batchCount">Batches to an epoch.</param>
    /// <param name="watch">The number by which epochs are compared.</param>
    public string? Flaw(TrainingOptions options, int batchCount, string watch)
    {
        if (Epoch < 0 || Epoch > options.Epochs) return $"epoch {Epoch} of {options.Epochs}";
        if (Batch < 0 || Batch > batchCount) return $"batch {Batch} of {batchCount}";
        if (Step != ((long)Epoch * batchCount) + Batch) return $"step {Step} after epoch {Epoch} and batch {Batch} of {batchCount}";
        if (!History.Select(record => record.Epoch).SequenceEqual(Enumerable.Range(1, Epoch))) return "the epochs of its history";
        if (BestEpoch < 0 || BestEpoch > Epoch) return $"best epoch {BestEpoch} of {Epoch}";
        if (BestEpoch > 0 && !Best.Equals(History[BestEpoch - 1].Number(watch))) return $"the best {watch}, {Best}";
        if (Waited != Epoch - BestEpoch) return $"{Waited} epochs since the best, {BestEpoch} of {Epoch}";
        bool isReference = LossReference >= 0 && double.IsFinite(LossReference);
        if (LossesSeen is < 0 or > GrowthGuard.FirstLosses || !isReference) return "the first losses";
        if (double.IsNaN(LossSum) || !double.IsFinite(LossWeight)) return "the losses of its epoch";
        bool isExhausted = options.Patience > 0 && Waited >= options.Patience;
        bool isAtEnd = Epoch == options.Epochs;
        bool endsRightly = Finished switch
        {
            null => !isAtEnd && !isExhausted,
            StopReason.Patience => isExhausted && Batch == 0,
            StopReason.Epochs => isAtEnd && Batch == 0,
            _ => false,
        };
        return endsRightly ? null : $"the end, {Finished?.ToString() ?? "none"}, at epoch {Epoch} of {options.Epochs}";
    }
}

/// <summary>An <see cref="EpochRecord"/> without the time it took, which would make two checkpoints of the same run differ.</summary>
internal sealed record EpochState(
    int Epoch, double TrainingLoss, double? ValidationLoss, Dictionary<string, double> Metrics, double LearningRate)
{
    /// <summary>The number of a name, as <see cref="EpochRecord"/> has it.</summary>
    public double? Number(string name) => new EpochRecord(Epoch, TrainingLoss, ValidationLoss, Metrics, LearningRate)[name];
}

/// <summary>How a checkpoint's state is written, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CheckpointState))]
[JsonSerializable(typeof(double[]))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
