namespace Denpa.Samples.Tests;

public sealed class SampleListTests
{
    public static TheoryData<string> Samples =>
    [
        .. Directory.EnumerateFiles(Sample.Folder, "*.cs")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_is_in_the_list_of_samples(string name) =>
        Assert.Contains(
            $"| [{name}.cs]({name}.cs) |", File.ReadAllText(Path.Combine(Sample.Folder, "README.md")), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_has_a_test(string name)
    {
        string tests = File.ReadAllText(Path.Combine(Sample.Root, "tests", "Denpa.Samples.Tests", "SampleTests.cs"));
        Assert.Contains($"Sample.Run(\"{name}\"", tests, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.ja.md")]
    public void The_example_of_the_README_is_the_first_sample(string readme)
    {
        string page = File.ReadAllText(Path.Combine(Sample.Root, readme));
        string example = page.Split("```csharp\n")[1].Split("```")[0];
        Assert.EndsWith(example, File.ReadAllText(Path.Combine(Sample.Folder, "00-hello.cs")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.ja.md")]
    public void The_lines_of_the_README_that_load_a_model_are_in_a_sample(string readme)
    {
        string page = File.ReadAllText(Path.Combine(Sample.Root, readme));
        string lines = page.Split("```csharp\n")[2].Split("```")[0];
        Assert.Contains(lines, File.ReadAllText(Path.Combine(Sample.Folder, "18-table-model.cs")), StringComparison.Ordinal);
    }
}
