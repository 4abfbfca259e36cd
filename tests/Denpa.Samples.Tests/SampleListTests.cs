namespace Denpa.Samples.Tests;

public sealed class SampleListTests
{
    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateFiles(Sample.Folder, "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_is_in_the_list_of_samples(string name) =>
        Assert.Contains($"| [{name}.cs]({name}.cs) |", File.ReadAllText(Path.Combine(Sample.Folder, "README.md")), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_has_a_test(string name)
    {
        string tests = File.ReadAllText(Path.Combine(Sample.Root, "tests", "Denpa.Samples.Tests", "SampleTests.cs"));
        Assert.Contains($"Sample.Run(\"{name}\"", tests, StringComparison.Ordinal);
    }
}
