namespace Denpa.PublicApi.Tests;

/// <summary>Nothing that programs may use of the libraries changes unnoticed.</summary>
public sealed class BaselineTests
{
    public static TheoryData<string> Packages => [.. Baseline.All.Select(baseline => baseline.Package)];

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_public_api_is_the_one_that_was_accepted(string package)
    {
        Baseline baseline = Baseline.All.Single(one => one.Package == package);
        string[] accepted = baseline.Accepted();
        IEnumerable<string> changes =
        [
            .. accepted.Except(baseline.Actual).Select(line => $"gone: {line}"),
            .. baseline.Actual.Except(accepted).Select(line => $"new:  {line}"),
        ];
        Assert.True(baseline.Actual.SequenceEqual(accepted), $"""
            The public API of {package} is not what {Path.GetFileName(baseline.Path)} says:
            {string.Join('\n', changes)}
            If that is meant, accept it: dotnet run -c Release --project packaging/PublicApi
            """);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_listing_has_no_line_twice_and_nothing_of_the_compilers(string package)
    {
        IReadOnlyList<string> lines = Baseline.All.Single(one => one.Package == package).Actual;
        Assert.NotEmpty(lines);
        Assert.Equal(lines.Distinct(), lines);
        Assert.DoesNotContain(lines, line => line.Contains("<>", StringComparison.Ordinal) || line.Contains('$', StringComparison.Ordinal));
    }
}
