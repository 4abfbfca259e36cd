using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Denpa;

/// <summary>
/// All that a training needs to go on as if it had never stopped, in one safetensors file: weights, the best epoch's weights, the
/// optimizer's and the schedule's state, and in the metadata history, generators, the place in the epoch, and what it is of.
/// </summary>
public sealed class Checkpoint
{
    internal const string StateKey = "denpa.checkpoint";
    private const string SecondsKey = "denpa.seconds";
    private const string WeightsPrefix = "weights/";
    private const string BestPrefix = "best/";
    private const string OptimizerPrefix = "optimizer/";
    private const string SchedulePrefix = "schedule/";

    internal Checkpoint(
        CheckpointState state,
        IReadOnlyList<double> seconds,
        IReadOnlyDictionary<string, Tensor> weights,
        IReadOnlyDictionary<string, Tensor>? bestWeights,
        IReadOnlyDictionary<string, Tensor> optimizer,
        IReadOnlyDictionary<string, Tensor> schedule) =>
        (State, Seconds, Weights, BestWeights, Optimizer, Schedule) = (state, seconds, weights, bestWeights, optimizer, schedule);

    /// <summary>Epochs done.</summary>
    public int Epoch => State.Epoch;

    /// <summary>Batches of the epoch under way that are done.</summary>
    public int Batch => State.Batch;

    /// <summary>Updates done.</summary>
    public long Step => State.Step;

    /// <summary>Why training ended of itself; null when it was stopped and can go on.</summary>
    public StopReason? Finished => State.Finished;

    /// <summary>The model's weights by parameter.</summary>
    public IReadOnlyDictionary<string, Tensor> Weights { get; }

    /// <summary>The weights of the best epoch, when training keeps them and there was one.</summary>
    public IReadOnlyDictionary<string, Tensor>? BestWeights { get; }

    internal CheckpointState State { get; }

    /// <summary>How long each epoch of the history took.</summary>
    internal IReadOnlyList<double> Seconds { get; }

    internal IReadOnlyDictionary<string, Tensor> Optimizer { get; }

    internal IReadOnlyDictionary<string, Tensor> Schedule { get; }

    /// <summary>Reads a checkpoint.</summary>
    /// <exception cref="InvalidFileException">The file is damaged or no checkpoint.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Checkpoint Read(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Read(stream, path);
    }

    /// <summary>Reads a checkpoint from a stream, from its position to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="path">What messages call it.</param>
    /// <exception cref="InvalidFileException">The content is damaged or no checkpoint.</exception>
    public static Checkpoint Read(Stream stream, string path)
    {
        SafeTensorsContent content = SafeTensors.Read(stream, path);
        CheckpointState state = Parse(path, content, StateKey, CheckpointJson.Default.CheckpointState);
        double[] seconds = Parse(path, content, SecondsKey, CheckpointJson.Default.DoubleArray);
        if (state.Version != CheckpointState.CurrentVersion)
        {
            throw Invalid(path, $"it is of version {state.Version}, this program reads version {CheckpointState.CurrentVersion}");
        }

        ContentSeal.Require(content, path);

        bool negative = state.Epoch < 0 || state.Batch < 0 || state.Step < 0;
        bool isTimed = seconds.Length == state.Epoch && Array.TrueForAll(seconds, time => time >= 0 && double.IsFinite(time));
        if (negative || state.History.Length != state.Epoch || !isTimed)
        {
            throw Invalid(path, "its numbers of epochs, batches and steps contradict each other");
        }

        OrderedDictionary<string, Tensor> best = Part(content, BestPrefix);
        return new Checkpoint(
            state,
            seconds,
            Part(content, WeightsPrefix),
            best.Count == 0 ? null : best,
            Part(content, OptimizerPrefix),
            Part(content, SchedulePrefix));
    }

    /// <summary>Writes the checkpoint.</summary>
    internal void Write(Stream stream)
    {
        KeyValuePair<string, Tensor>[] tensors =
        [
            .. Named(WeightsPrefix, Weights),
            .. Named(BestPrefix, BestWeights ?? new Dictionary<string, Tensor>()),
            .. Named(OptimizerPrefix, Optimizer),
            .. Named(SchedulePrefix, Schedule),
        ];
        SafeTensors.Write(
            stream,
            tensors,
            ContentSeal.Add(
                tensors,
                [
                    KeyValuePair.Create(StateKey, JsonSerializer.Serialize(State, CheckpointJson.Default.CheckpointState)),
                    KeyValuePair.Create(SecondsKey, JsonSerializer.Serialize([.. Seconds], CheckpointJson.Default.DoubleArray)),
                ]));
    }

    private static IEnumerable<KeyValuePair<string, Tensor>> Named(string prefix, IReadOnlyDictionary<string, Tensor> tensors) =>
        tensors.Select(entry => KeyValuePair.Create(prefix + entry.Key, entry.Value));

    private static OrderedDictionary<string, Tensor> Part(SafeTensorsContent content, string prefix) =>
        new(from entry in content.Tensors
            where entry.Key.StartsWith(prefix, StringComparison.Ordinal)
            select KeyValuePair.Create(entry.Key[prefix.Length..], entry.Value));

    private static T Parse<T>(string path, SafeTensorsContent content, string key, JsonTypeInfo<T> type)
    {
        if (!content.Metadata.TryGetValue(key, out string? json)) throw Invalid(path, $"{key} is missing: it is no checkpoint");
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw Invalid(path, $"{key} is null");
        }
        catch (JsonException error)
        {
            throw new InvalidFileException(path, SafeTensorsHeader.MetadataKey, $"{key} is damaged: {error.Message}", error);
        }
    }

    private static InvalidFileException Invalid(string path, string reason) => new(path, SafeTensorsHeader.MetadataKey, reason);
}
