using System.Text.RegularExpressions;
using Denpa.Tests.Support;

namespace Denpa.Tests;

/// <summary>The folders of the engine are its layers: a file may name types of its own folder and of those below.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>From the bottom up. Folders in one row are beside each other and do not see one another.</summary>
    private static readonly string[][] Layers =
    [
        ["Foundation"],
        ["Random", "Kernels"],
        ["Tensors"],
        ["Graph"],
        ["Ops"],
        ["Layers", "Losses", "Initializers", "Optimizers", "Schedules"],
        ["Plans"],
        ["Inspection", "Data", "Formats"],
        ["Training"],
    ];

    /// <summary>Within a row, the few that may be seen by their neighbours.</summary>
    private static readonly (string Above, string Below)[] Allowed =
    [
        ("Layers", "Initializers"),
    ];

    private static string EngineRoot => Path.Combine(RepositoryPaths.Root, "src", "Denpa");

    [Fact]
    public void Every_folder_of_the_engine_has_its_place() =>
        Assert.Empty(Folders().Except(Layers.SelectMany(row => row)));

    [Fact]
    public void Imports_run_downwards_only()
    {
        List<Source> sources = [.. Folders().SelectMany(Sources)];
        Dictionary<string, string> folderOf = [];
        foreach (Source source in sources)
        {
            foreach (Match declaration in Declaration().Matches(source.Text)) folderOf.TryAdd(declaration.Groups["name"].Value, source.Folder);
        }

        List<string> upward = [];
        foreach (Source source in sources)
        {
            foreach (string name in Word().Matches(source.Text).Select(match => match.Value).Distinct())
            {
                if (folderOf.TryGetValue(name, out string? folder) && !MaySee(source.Folder, folder)) upward.Add($"{source.Path} names {name} of {folder}/");
            }
        }

        Assert.True(upward.Count == 0, string.Join("\n", upward));
    }

    [Fact]
    public void Types_of_the_engine_are_abstract_sealed_or_static()
    {
        IEnumerable<string> open = typeof(Tensor).Assembly.GetTypes()
            .Where(type => type.IsClass && !type.IsAbstract && !type.IsSealed && type.Namespace?.StartsWith("Denpa", StringComparison.Ordinal) == true)
            .Select(type => type.FullName!);
        Assert.Empty(open);
    }

    private static bool MaySee(string above, string below)
    {
        if (above == below || Allowed.Contains((above, below))) return true;
        return RowOf(above) > RowOf(below);
    }

    private static int RowOf(string folder) => Array.FindIndex(Layers, row => row.Contains(folder));

    private static IEnumerable<string> Folders() => Directory.GetDirectories(EngineRoot).Select(path => Path.GetFileName(path)!).Except(["bin", "obj"]);

    private static IEnumerable<Source> Sources(string folder) =>
        from path in Directory.EnumerateFiles(Path.Combine(EngineRoot, folder), "*.cs", SearchOption.AllDirectories)
        select new Source(Path.GetRelativePath(EngineRoot, path), folder, Ignored().Replace(File.ReadAllText(path), ""));

    [GeneratedRegex(@"^(?:public|internal)[a-z ]*\b(?:class|struct|record|interface|enum)\s+(?<name>[A-Z]\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\b[A-Z]\w+\b")]
    private static partial Regex Word();

    /// <summary>Comments and strings, which may speak of anything, and members, which are not types: x.Sum, Sum(…), Count = …</summary>
    [GeneratedRegex(
        @"//[^\n]*|""(?:\\.|[^""\\\n])*""|(?<=\w|\)|\]|\?)\s*\.\s*[A-Z]\w+" +
        @"|(?<!new |: )\b[A-Z]\w+(?=(?:<[^<>()]*>)?\()|\b[A-Z]\w+(?= =|;| \{ get)")]
    private static partial Regex Ignored();

    private sealed record Source(string Path, string Folder, string Text);
}
