using System.Text.Json.Serialization;

namespace Denpa;

/// <summary>All of a checkpoint that is not a tensor. Its JSON gives every number back to the bit.</summary>
/// <param name="Version">The layout of the checkpoint.</param>
/// <param name="Epoch">Epochs done.</param>
/// <param name="Batch">Batches of this epoch done.</param>
/// <param name="Step">Updates done.</param>
/// <param name="LossSum">This epoch's losses so far, each times what it counts for.</param>
/// <param name="LossWeight">What they count for together.</param>
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
}

/// <summary>An <see cref="EpochRecord"/> without the time it took, which would make two checkpoints of the same run differ.</summary>
internal sealed record EpochState(
    int Epoch, double TrainingLoss, double? ValidationLoss, Dictionary<string, double> Metrics, double LearningRate);

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
