using System.CommandLine;
using System.Text.Json;
using Denpa.Cli.Commands;
using Denpa.Cli.DataSets;
using Denpa.Cli.Options;
using Denpa.Cli.Output;

namespace Denpa.Cli.Tests.Output;

/// <summary>docs/json.md against what the commands print.</summary>
public sealed class JsonDocumentTests : IDisposable
{
    private static readonly Dictionary<string, Member[]> Documented = Read();

    private readonly Workspace workspace = new();

    [Theory]
    [InlineData("species", "accuracy<0.01")]
    [InlineData("body_mass_g", "rmse>1")]
    public void Training_and_the_model_speak_as_documented(string target, string check)
    {
        AssertIsDocumented("train", "train", Workspace.Penguins, "--target", target, "--epochs", "2", "--json", "-q");
        AssertIsDocumented("evaluate", "evaluate", "model.safetensors", Workspace.Penguins, "--json", "--fail-if", check);
        AssertIsDocumented("predict", "predict", "model.safetensors", Workspace.Penguins, "--json");
        AssertIsDocumented("summary", "summary", "model.safetensors", "--json");
    }

    [Fact]
    public void What_is_asked_for_besides_is_documented()
    {
        AssertIsDocumented("train", "train", Workspace.Penguins, "--target", "species", "--epochs", "2", "--json", "-q", "--folds", "2");
        AssertIsDocumented("predict", "predict", "model.safetensors", Workspace.Penguins, "--json", "--proba", "--explain");
        AssertIsDocumented(
            "evaluate", "evaluate", "model.safetensors", Workspace.Penguins, "--json", "--importance", "--rows", "train");
    }

    [Theory]
    [InlineData("relu", "adam", "0.001")]
    [InlineData("tanh", "sgd", "1")]
    public void Health_is_documented(string activation, string optimizer, string rate) => AssertIsDocumented(
        "train", "train", Workspace.Penguins, "--epochs", "2", "--json", "-q", "--health",
        "--activation", activation, "--optimizer", optimizer, "--lr", rate);

    [Fact]
    public void A_dry_run_is_documented() => AssertIsDocumented("train", "train", "--dry-run", "--json");

    [Fact]
    public void Images_are_documented()
    {
        Stripes.Write(workspace, "images", "labels.gz", 90);
        AssertIsDocumented("train", "train", "--idx", "images", "labels.gz", "--epochs", "2", "--json", "-q");
        AssertIsDocumented("summary", "summary", "model.safetensors", "--json");
        AssertIsDocumented("predict", "predict", "model.safetensors", "--idx", "images", "--json", "-o", "predictions.csv");
    }

    [Fact]
    public void A_benchmark_is_documented() =>
        AssertIsDocumented("bench", "bench", "--only", "xor,fma-peak-1", "--runs", "1", "--seconds", "0.001", "--json");

    [Fact]
    public void The_workloads_of_benchmarks_are_documented() => AssertIsDocumented("bench --list", "bench", "--list", "--json");

    [Fact]
    public void Datasets_are_documented()
    {
        AssertIsDocumented("data list", "data", "list", "--json");
        AssertIsDocumented("data make", "data", "make", "spiral", "-o", "spiral.csv", "--json");
        AssertIsDocumented("data describe FILE", "data", "describe", Workspace.Penguins, "--json");
    }

    [Theory]
    [InlineData("digits")]
    [InlineData("moons")]
    [InlineData("fashion-mnist")]
    public void A_described_dataset_is_a_listed_one(string name)
    {
        JsonElement listed = workspace.Run("data", "list", "--json").Json.GetProperty("datasets").EnumerateArray()
            .Single(set => set.GetProperty("name").GetString() == name);
        JsonElement described = workspace.Run("data", "describe", name, "--json").Json;

        Assert.Equal("data describe", described.GetProperty("command").GetString());
        JsonProperty[] members = [.. listed.EnumerateObject()];
        IEnumerable<string> names = described.EnumerateObject().Select(member => member.Name);
        Assert.Equal(["schemaVersion", "command", .. members.Select(member => member.Name)], names);
        Assert.All(members, member => Assert.True(JsonElement.DeepEquals(member.Value, described.GetProperty(member.Name))));
    }

    [Fact]
    public void What_was_fetched_is_documented()
    {
        FetchedSet set = Catalog.All.OfType<FetchedSet>().First();
        FetchedFile file = new(set.Files[0], WasThere: true);
        using MemoryStream output = new();
        JsonOutput.Write(output, "data fetch", json => DataFetchCommand.WriteMembers(json, set, "folder", [file]));
        AssertIsDocumented("data fetch", JsonDocument.Parse(output.ToArray()).RootElement);
    }

    [Fact]
    public void Every_command_with_JSON_has_a_section()
    {
        IEnumerable<Command> commands = WithSubcommands(Application.CreateRoot())
            .Where(command => command.Options.Contains(CommonOptions.Json));
        string[] names = [.. commands.Select(CommandWords.PathOf)];
        Assert.Contains("denpa data fetch", names);
        Assert.All(
            names,
            name => Assert.Contains(Documented.Keys, section => $"denpa {section} ".StartsWith($"{name} ", StringComparison.Ordinal)));
    }

    public void Dispose() => workspace.Dispose();

    private static IEnumerable<Command> WithSubcommands(Command command) =>
        command.Subcommands.SelectMany(WithSubcommands).Prepend(command);

    private void AssertIsDocumented(string section, params string[] arguments)
    {
        Outcome outcome = workspace.Run(arguments);
        Assert.True(outcome.Output.StartsWith('{'), outcome.Error);
        AssertIsDocumented(section, outcome.Json);
    }

    private static void AssertIsDocumented(string section, JsonElement element)
    {
        Member[] members = Documented[section];
        HashSet<string> printed = [];
        Collect(element, "", members, printed);
        Assert.Empty(printed.Except(members.Select(member => member.Path)));
        Assert.Empty(members.Where(member => !member.IsOptional).Select(member => member.Path).Except(printed));
    }

    /// <summary>The paths of all values, but for what is inside of a member that is documented as an object or in a section of its
    /// own.</summary>
    private static void Collect(JsonElement element, string path, Member[] members, HashSet<string> paths)
    {
        Member? member = members.FirstOrDefault(member => member.Path == path);
        switch (element.ValueKind)
        {
            case JsonValueKind.Object when member is not null && Documented.ContainsKey(member.Type):
                paths.Add(path);
                AssertIsDocumented(member.Type, element);
                break;
            case JsonValueKind.Object when member?.Type != "object":
                foreach (JsonProperty property in element.EnumerateObject())
                    Collect(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", members, paths);
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray()) Collect(item, path + "[]", members, paths);
                break;
            default:
                paths.Add(path);
                break;
        }
    }

    /// <summary>The rows of each section's table.</summary>
    private static Dictionary<string, Member[]> Read()
    {
        Dictionary<string, List<Member>> sections = [];
        List<Member> current = [];
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "json.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) sections[line[3..]] = current = [];
            if (!line.StartsWith("| `", StringComparison.Ordinal)) continue;
            string[] cells = line.Split('|', StringSplitOptions.TrimEntries);
            string path = cells[1].Trim('`');
            current.Add(new Member(path.TrimEnd('?'), cells[2], path.EndsWith('?')));
        }

        return sections.ToDictionary(section => section.Key, section => section.Value.ToArray());
    }

    private sealed record Member(string Path, string Type, bool IsOptional);
}
