using Denpa.Tests.Support;

namespace Denpa.Tests;

/// <summary>docs/ops.md shows the ops as they are.</summary>
public sealed class OpPageTests
{
    /// <summary>Set to anything, it has the page written anew.</summary>
    private const string Write = "DENPA_WRITE_OPS";

    [Fact]
    public void The_page_shows_every_op_as_it_is()
    {
        string page = OpPage.Text();
        if (Environment.GetEnvironmentVariable(Write) is { Length: > 0 }) File.WriteAllText(OpPage.Path, page);
        Assert.True(File.Exists(OpPage.Path) && page == File.ReadAllText(OpPage.Path), $"""
            docs/ops.md does not show the ops as they are. Have it written anew:
            {Write}=1 dotnet run -c Release --project tests/Denpa.Tests -- -class "*OpPageTests"
            """);
    }
}
