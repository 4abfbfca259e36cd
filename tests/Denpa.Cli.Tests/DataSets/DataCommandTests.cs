using System.Globalization;
using System.Text.Json;

namespace Denpa.Cli.Tests.DataSets;

/// <summary>Datasets are listed, described, made and fetched; what cannot be is refused in one line.</summary>
public sealed class DataCommandTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Listed_are_the_built_in_the_made_and_the_fetched_sets()
    {
        Outcome outcome = workspace.Run("data", "list", "--json");

        Assert.Equal(0, outcome.ExitCode);
        JsonElement[] sets = [.. outcome.Json.GetProperty("datasets").EnumerateArray()];
        Assert.Equal(
            ["digits", "penguins", "xor", "circle", "spiral", "moons", "gaussians", "sine", "linear", "fashion-mnist"],
            sets.Select(set => set.GetProperty("name").GetString()));
        Assert.Equal(["built-in", "made", "fetched"], sets.Select(set => set.GetProperty("availability").GetString()).Distinct());
        string people = workspace.Run("data", "list").Output;
        Assert.All(sets, set => Assert.Contains($"  {set.GetProperty("name")} ", people, StringComparison.Ordinal));
    }

    [Fact]
    public void Described_are_rows_columns_source_licence_and_size()
    {
        JsonElement json = workspace.Run("data", "describe", "fashion-mnist", "--json").Json;

        Assert.Equal(70_000, json.GetProperty("rows").GetInt32());
        Assert.Equal(["image", "label"], json.GetProperty("columns").EnumerateArray().Select(column => column.GetString()));
        Assert.Contains("zalandoresearch", json.GetProperty("source").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("MIT", json.GetProperty("licence").GetString(), StringComparison.Ordinal);
        Assert.Equal((70_000 * 784) + (2 * 16) + 70_000 + (2 * 8), json.GetProperty("bytes").GetInt32());
        JsonElement[] files = [.. json.GetProperty("files").EnumerateArray()];
        Assert.All(files, file => Assert.Matches("^[0-9a-f]{64}$", file.GetProperty("sha256").GetString()));
        string people = workspace.Run("data", "describe", "digits").Output;
        Assert.Contains("1 797", people, StringComparison.Ordinal);
        Assert.Contains("CC BY 4.0", people, StringComparison.Ordinal);
    }

    [Fact]
    public void Xor_is_its_four_rows() =>
        Assert.Equal("x1,x2,class\n0,0,0\n0,1,1\n1,0,1\n1,1,0\n", workspace.Run("data", "make", "xor").Output);

    [Theory]
    [InlineData("xor", 3)]
    [InlineData("circle", 3)]
    [InlineData("spiral", 3)]
    [InlineData("moons", 3)]
    [InlineData("gaussians", 3)]
    [InlineData("sine", 2)]
    [InlineData("linear", 3)]
    public void Every_set_is_made_of_any_size_by_its_seed(string name, int columns)
    {
        string[] lines = Make("--rows", "57", "--seed", "3", "--noise", "0.2");

        Assert.Equal(58, lines.Length);
        Assert.All(lines, line => Assert.Equal(columns, line.Split(',').Length));
        Assert.Equal(lines, Make("--rows", "57", "--seed", "3", "--noise", "0.2"));
        Assert.NotEqual(lines, Make("--rows", "57", "--seed", "4", "--noise", "0.2"));
        Assert.NotEqual(lines, Make("--rows", "57", "--seed", "3", "--noise", "0.3"));

        string[] Make(params string[] options) =>
            workspace.Run(["data", "make", name, .. options]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    [Fact]
    public void Made_rows_are_those_of_the_library()
    {
        Dataset moons = ToySets.Moons(5, new Generator(9), noise: 0.25);

        string[] lines = workspace.Run("data", "make", "moons", "--rows", "5", "--seed", "9", "--noise", "0.25").Output.Split('\n');

        IEnumerable<string> fields = lines[1..6].SelectMany(line => line.Split(',')[..2]);
        float[] made = [.. fields.Select(field => float.Parse(field, CultureInfo.InvariantCulture))];
        Assert.Equal(moons.Features.ToArray<float>(), made);
    }

    [Fact]
    public void Without_noise_the_regression_is_exact()
    {
        string[] lines = workspace.Run("data", "make", "linear", "--rows", "20", "--noise", "0").Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.All(lines[1..], line =>
        {
            double[] row = [.. line.Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture))];
            Assert.Equal((2 * row[0]) - row[1], row[2], tolerance: 1e-6);
        });
    }

    [Fact]
    public void A_spiral_has_as_many_arms_as_asked_for()
    {
        Outcome outcome = workspace.Run("data", "make", "spiral", "--classes", "4", "--rows", "40", "-o", "spiral.csv", "--json");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(40, outcome.Json.GetProperty("rows").GetInt32());
        string[] lines = File.ReadAllLines(workspace.PathOf("spiral.csv"));
        Assert.Equal(["0", "1", "2", "3"], lines[1..].Select(line => line.Split(',')[^1]).Distinct());
    }

    [Fact]
    public void What_is_made_can_be_piped_into_a_training()
    {
        string csv = workspace.Run("data", "make", "gaussians", "--rows", "120").Output;

        Outcome outcome = workspace.RunWithInput(csv, "train", "-", "--epochs", "40", "--json");

        Assert.Equal(0, outcome.ExitCode);
        Assert.True(outcome.Json.GetProperty("test").GetProperty("accuracy").GetDouble() > 0.9);
    }

    [Theory]
    [InlineData("xor", "accuracy<1")]
    [InlineData("circle", "accuracy<0.95")]
    [InlineData("spiral", "accuracy<0.95")]
    [InlineData("moons", "accuracy<0.95")]
    [InlineData("gaussians", "accuracy<0.95")]
    [InlineData("sine", "r2<0.9")]
    [InlineData("linear", "r2<0.9")]
    public void Every_set_is_learnt_by_the_command_that_making_it_names(string name, string check)
    {
        string made = workspace.Run("data", "make", name, "-o", "made.csv").Output;
        string[] next = made.Split('\n').Single(line => line.StartsWith("Next", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(["Next", "denpa", "train", "made.csv"], next[..4]);
        Assert.Equal(0, workspace.Run([.. next[2..], "-q"]).ExitCode);
        Assert.Equal(0, workspace.Run("evaluate", "model.safetensors", "made.csv", "--fail-if", check).ExitCode);
    }

    [Theory]
    [InlineData("data")]
    [InlineData("data", "frobnicate")]
    [InlineData("data", "describe")]
    [InlineData("data", "describe", "mons")]
    [InlineData("data", "make")]
    [InlineData("data", "make", "penguins", "--rows", "5")]
    [InlineData("data", "make", "fashion-mnist")]
    [InlineData("data", "make", "moons", "--seed", "-1")]
    [InlineData("data", "make", "moons", "--rows", "1")]
    [InlineData("data", "make", "moons", "--rows", "0")]
    [InlineData("data", "make", "moons", "--rows", "99999999999")]
    [InlineData("data", "make", "moons", "--classes", "3")]
    [InlineData("data", "make", "spiral", "--classes", "1")]
    [InlineData("data", "make", "spiral", "--classes", "5", "--rows", "4")]
    [InlineData("data", "make", "sine", "--noise", "-1")]
    [InlineData("data", "make", "sine", "--json")]
    [InlineData("data", "make", "sine", "-o", "no/such/folder.csv")]
    [InlineData("data", "fetch")]
    [InlineData("data", "fetch", "moons")]
    [InlineData("data", "fetch", "fashion-mnist", "--patience", "0")]
    public void Wrong_usage_exits_with_2(params string[] arguments)
    {
        Outcome outcome = workspace.Run(arguments);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("", outcome.Output);
        Assert.StartsWith("denpa: ", outcome.ErrorLines[0], StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(workspace.Folder));
    }

    [Theory]
    [InlineData("list")]
    [InlineData("describe")]
    [InlineData("make")]
    [InlineData("fetch")]
    public void Each_has_help_with_examples(string command)
    {
        Outcome outcome = workspace.Run("data", command, "--help");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains($"Examples:\n  denpa data {command}", outcome.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_has_something_else_exits_with_3_and_leaves_nothing()
    {
        Directory.CreateDirectory(workspace.PathOf("source"));
        workspace.Write("source/train-images-idx3-ubyte", "not images at all");

        Outcome outcome = workspace.Run("data", "fetch", "fashion-mnist", "--from", "source", "-o", "fashion", "-q");

        Assert.Equal(3, outcome.ExitCode);
        Assert.Contains("it ends after 17 of 47040016 bytes", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(workspace.PathOf("fashion")));
    }

    [Fact]
    public void A_server_that_has_not_the_files_exits_with_3()
    {
        using LoopbackServer server = new(Answers.Status("404 Not Found"));

        Outcome outcome = workspace.Run("data", "fetch", "fashion-mnist", "--from", server.Address, "-q");

        Assert.Equal(3, outcome.ExitCode);
        Assert.Contains("the server answers 404", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("/files/train-images-idx3-ubyte.gz", Assert.Single(server.Requests).Path);
    }
}
