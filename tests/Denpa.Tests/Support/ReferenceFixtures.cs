using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Denpa.Tests.Support;

/// <summary>
/// The fixtures made by PyTorch, described in <c>tests/Reference/README.md</c>. A theory takes the cases of one name by
/// <c>[MemberData(nameof(ReferenceFixtures.Ops), "tanh", MemberType = typeof(ReferenceFixtures))]</c>.
/// </summary>
public static class ReferenceFixtures
{
    public static IReadOnlyList<ReferenceCase> AllOps { get; } = Read("ops.json", ReferenceJson.Default.ReferenceCaseArray);

    public static IReadOnlyList<ReferenceLoss> AllLosses { get; } = Read("losses.json", ReferenceJson.Default.ReferenceLossArray);

    public static IReadOnlyList<ReferenceInitializer> AllInitializers { get; } =
        Read("initializers.json", ReferenceJson.Default.ReferenceInitializerArray);

    public static IReadOnlyList<ReferenceTrajectory> AllOptimizers { get; } =
        Read("optimizers.json", ReferenceJson.Default.ReferenceTrajectoryArray);

    public static IReadOnlyList<ReferenceSchedule> AllSchedules { get; } =
        Read("schedules.json", ReferenceJson.Default.ReferenceScheduleArray);

    public static IReadOnlyList<ReferenceNetwork> AllNetworks { get; } =
        Read("networks.json", ReferenceJson.Default.ReferenceNetworkArray);

    public static ReferenceSafetensors Safetensors { get; } =
        Read("safetensors.json", ReferenceJson.Default.ReferenceSafetensorsArray).Single();

    public static IReadOnlyList<ReferencePrinting> AllPrintings { get; } =
        Read("printing.json", ReferenceJson.Default.ReferencePrintingArray);

    /// <summary>Every case of one operation, such as "matmul".</summary>
    public static TheoryData<ReferenceCase> Ops(string op) => Named(AllOps, op, item => item.Op);

    /// <summary>Every case of one loss, such as "cross-entropy".</summary>
    public static TheoryData<ReferenceLoss> Losses(string loss) => Named(AllLosses, loss, item => item.Loss);

    /// <summary>Every case of one initializer, such as "he-uniform".</summary>
    public static TheoryData<ReferenceInitializer> Initializers(string initializer) =>
        Named(AllInitializers, initializer, item => item.Initializer);

    /// <summary>Every trajectory of one optimizer, such as "adam".</summary>
    public static TheoryData<ReferenceTrajectory> Optimizers(string optimizer) => Named(AllOptimizers, optimizer, item => item.Optimizer);

    /// <summary>The one case of a schedule, such as "cosine".</summary>
    public static ReferenceSchedule Schedule(string schedule) => AllSchedules.Single(item => item.Schedule == schedule);

    public static TheoryData<ReferenceNetwork> Networks() => new(AllNetworks);

    public static TheoryData<ReferencePrinting> Printings() => new(AllPrintings);

    private static T[] Read<T>(string file, JsonTypeInfo<T[]> type)
    {
        using FileStream stream = File.OpenRead(Path.Combine(RepositoryPaths.Reference, file));
        return JsonSerializer.Deserialize(stream, type) ?? throw new InvalidDataException($"{file} holds no list of cases.");
    }

    private static TheoryData<T> Named<T>(IReadOnlyList<T> cases, string name, Func<T, string> nameOf)
    {
        T[] chosen = cases.Where(item => nameOf(item) == name).ToArray();
        if (chosen.Length == 0)
        {
            string known = string.Join(", ", cases.Select(nameOf).Distinct());
            throw new ArgumentException($"No reference case is called '{name}'; there are {known}.", nameof(name));
        }

        return new TheoryData<T>(chosen);
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ReferenceCase[]))]
[JsonSerializable(typeof(ReferenceLoss[]))]
[JsonSerializable(typeof(ReferenceInitializer[]))]
[JsonSerializable(typeof(ReferenceTrajectory[]))]
[JsonSerializable(typeof(ReferenceSchedule[]))]
[JsonSerializable(typeof(ReferenceNetwork[]))]
[JsonSerializable(typeof(ReferenceSafetensors[]))]
[JsonSerializable(typeof(ReferencePrinting[]))]
internal sealed partial class ReferenceJson : JsonSerializerContext;
