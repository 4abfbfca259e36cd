using Denpa.Cli.DataSets;
using Denpa.Cli.Ends;

namespace Denpa.Cli.Tests.DataSets;

/// <summary>Where a server sends on to, and how much it says.</summary>
public sealed class ServerMannersTests : FetchingFixture
{
    [Theory]
    [InlineData("301 Moved Permanently")]
    [InlineData("302 Found")]
    [InlineData("303 See Other")]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    public async Task A_redirection_is_followed_and_the_part_that_is_missing_asked_for_there(string status)
    {
        using LoopbackServer other = new(Answers.Truncated(Packed, Cut, Tag), Answers.Ranged(Packed, Tag));
        using LoopbackServer server = new(Answers.Redirection($"{other.Address}/else", status));

        await Fetch(server);

        RequireRight();
        Assert.Equal([null, $"bytes={Cut}-"], other.Requests.Select(request => request["Range"]));
        Assert.All(other.Requests, request => Assert.Equal("/files/else", request.Path));
    }

    [Theory]
    [InlineData("file:///etc/passwd", "no address of http")]
    [InlineData("ftp://127.0.0.1/images.gz", "no address of http")]
    [InlineData("javascript:alert(1)", "no address of http")]
    [InlineData("data:,x", "no address of http")]
    [InlineData("http://[", "does not say where")]
    [InlineData(null, "does not say where")]
    [InlineData("images.gz", "more than 10 times")]
    public async Task A_redirection_that_leads_nowhere_is_refused(string? location, string message)
    {
        using LoopbackServer server = new(Answers.Redirection(location));

        CommandException problem = await Refused(server);

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(location == "images.gz" ? 11 : 1, server.Requests.Length);
        RequireNothing();
    }

    [Theory]
    [InlineData("https://a.example/x", "http://a.example/x", false)]
    [InlineData("https://a.example/x", "https://b.example/x", true)]
    [InlineData("http://a.example/x", "https://a.example/x", true)]
    [InlineData("https://a.example/x", "/y", true)]
    public void A_redirection_never_leaves_encryption(string from, string location, bool isFollowed)
    {
        using HttpResponseMessage response = new(System.Net.HttpStatusCode.Found);
        response.Headers.Location = new Uri(location, UriKind.RelativeOrAbsolute);
        Uri address = new(from);
        if (isFollowed)
        {
            Assert.Equal(new Uri(address, location), Download.Next(address, address, response));
            return;
        }

        CommandException problem = Assert.Throws<CommandException>(() => Download.Next(address, address, response));
        Assert.Contains("encrypted", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(503)]
    public async Task What_a_server_says_of_itself_is_cut(int status)
    {
        using LoopbackServer server = new(Answers.Status($"{status} {new string('x', 30_000)}"));
        Assert.InRange((await Refused(server)).Message.Length, 100, 500);
        RequireNothing();
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(100_000)]
    public async Task A_flood_of_headers_ends_in_one_line(int count)
    {
        using LoopbackServer server = new(Answers.Headers(count));
        Assert.InRange((await Refused(server)).Message.Length, 50, 500);
        RequireNothing();
    }
}
