using Denpa.Tests.Support;

namespace Denpa.Architecture.Tests;

/// <summary>What of the house's dialect no analyzer checks.</summary>
public sealed class DialectTests
{
    private const int LongestLine = 140;
    private const int LongestFile = 400;

    private static readonly string[] Folders = ["bench", "packaging", "samples", "src", "tests"];

    [Fact]
    public void No_line_is_longer_than_140_columns()
    {
        IEnumerable<string> longLines =
            from source in Sources()
            from line in File.ReadLines(source).Index()
            where line.Item.Length > LongestLine
            select $"{source}:{line.Index + 1}";
        Assert.Empty(longLines);
    }

    [Fact]
    public void No_file_is_longer_than_400_lines() =>
        Assert.DoesNotContain(Sources(), source => File.ReadLines(source).Count() > LongestFile);

    private static IEnumerable<string> Sources() =>
        from folder in Folders
        from extension in (string[])["*.cs", "*.fs"]
        from path in Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, folder), extension, SearchOption.AllDirectories)
        let place = Path.GetRelativePath(RepositoryPaths.Root, path).Replace('\\', '/')
        where !place.Contains("/obj/", StringComparison.Ordinal) && !place.Contains("/bin/", StringComparison.Ordinal)
        select path;
}
