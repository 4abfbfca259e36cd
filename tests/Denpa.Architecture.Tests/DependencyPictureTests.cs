namespace Denpa.Architecture.Tests;

/// <summary>The architecture's page shows the rooms as they are.</summary>
public sealed class DependencyPictureTests
{
    /// <summary>Set to anything, it has the page written anew.</summary>
    private const string Write = "DENPA_WRITE_ARCHITECTURE";

    [Fact]
    public void The_page_shows_who_sees_whom()
    {
        string picture = DependencyPicture.Of(House.Projects.Select(order => ReadProject.Of(order.Project)));
        if (Environment.GetEnvironmentVariable(Write) is { Length: > 0 }) DependencyPicture.Show(picture);
        Assert.True(picture == DependencyPicture.Shown(), $"""
            docs/architecture.md does not show the rooms as they are. Have it written anew:
            {Write}=1 dotnet run -c Release --project tests/Denpa.Architecture.Tests -- -class "*DependencyPictureTests"
            """);
    }
}
