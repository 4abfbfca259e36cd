using Denpa.Cli.DataSets;
using Denpa.Cli.Ends;

namespace Denpa.Cli.Tests.DataSets;

/// <summary>Whatever a server does, a fetched file is right or not there, and what came before is not fetched again.</summary>
public sealed class FetchingTests : FetchingFixture
{
    [Fact]
    public async Task What_is_fetched_is_unpacked_and_fetched_only_once()
    {
        using LoopbackServer server = new(Answers.Ranged(Packed));

        Assert.False(Assert.Single(await Fetch(server)).WasThere);
        Assert.True(Assert.Single(await Fetch(server)).WasThere);

        RequireRight();
        Assert.Equal("/files/images.gz", Assert.Single(server.Requests).Path);
    }

    [Fact]
    public async Task A_file_that_was_altered_is_fetched_again()
    {
        using LoopbackServer server = new(Answers.Ranged(Packed));
        await Fetch(server);
        File.WriteAllBytes(PathOf(Name), RandomBytes(Content.Length, seed: 2));

        await Fetch(server);

        RequireRight();
    }

    [Fact]
    public async Task A_connection_that_breaks_is_taken_up_again_where_it_broke()
    {
        using LoopbackServer server = new(Answers.Truncated(Packed, Cut, Tag), Answers.Ranged(Packed, Tag));

        await Fetch(server);

        RequireRight();
        Assert.Equal([null, $"bytes={Cut}-"], server.Requests.Select(request => request["Range"]));
        Assert.Equal([null, Tag], server.Requests.Select(request => request["If-Range"]));
    }

    [Fact]
    public async Task A_connection_that_stalls_is_taken_up_again_where_it_stalled()
    {
        using LoopbackServer server = new(Answers.Stalled(Packed, Cut), Answers.Ranged(Packed));

        await Fetch(server, Usual with { LongestSilence = TimeSpan.FromSeconds(2) });

        RequireRight();
        Assert.Equal([null, $"bytes={Cut}-"], server.Requests.Select(request => request["Range"]));
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up()
    {
        using LoopbackServer server = new(Answers.Silent);

        CommandException problem = await Refused(server, Usual with { LongestSilence = TimeSpan.FromSeconds(0.2) });

        Assert.Contains("nothing came for 0.2 s, 3 times in a row", problem.Message, StringComparison.Ordinal);
        Assert.Equal(3, server.Requests.Length);
        RequireNothing();
    }

    [Fact]
    public async Task A_server_that_stalls_again_and_again_is_given_up_and_what_came_is_kept()
    {
        using LoopbackServer server = new(Answers.Stalled(Packed, 1000));

        CommandException problem = await Refused(server, Usual with { LongestSilence = TimeSpan.FromSeconds(0.5) });

        Assert.Contains("1000 bytes are kept", problem.Message, StringComparison.Ordinal);
        Assert.Equal(Packed[..1000], File.ReadAllBytes(PathOf("images.gz.part")));
    }

    [Fact]
    public async Task A_later_run_goes_on_where_an_earlier_one_broke_off()
    {
        using (LoopbackServer broken = new(Answers.Truncated(Packed, Cut, Tag)))
        {
            CommandException problem = await Refused(broken, Usual with { Attempts = 1 });
            Assert.Contains($"{Cut} bytes are kept", problem.Message, StringComparison.Ordinal);
        }

        using LoopbackServer server = new(Answers.Ranged(Packed, Tag));
        await Fetch(server);

        RequireRight();
        Request request = Assert.Single(server.Requests);
        Assert.Equal($"bytes={Cut}-", request["Range"]);
        Assert.Equal(Tag, request["If-Range"]);
    }

    [Fact]
    public async Task An_interrupted_run_keeps_what_has_come()
    {
        using LoopbackServer server = new(Answers.Stalled(Packed, Cut));
        using CancellationTokenSource interruption = new();
        Fetching fetching = new(Set(), Folder.FullName, Usual, new Progress(bytes =>
        {
            if (bytes == Cut) interruption.Cancel();
        }));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching.RunAsync(server.Address, interruption.Token));

        Assert.Equal(Packed[..Cut], File.ReadAllBytes(PathOf("images.gz.part")));
    }

    [Fact]
    public async Task A_server_that_knows_no_ranges_is_asked_for_everything()
    {
        using LoopbackServer server = new(Answers.Truncated(Packed, Cut), Answers.Whole(Packed));

        await Fetch(server);

        RequireRight();
        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public async Task A_body_of_no_announced_length_is_taken()
    {
        using LoopbackServer server = new(Answers.WithoutLength(Packed));

        await Fetch(server);

        RequireRight();
    }

    [Fact]
    public async Task Two_versions_are_never_joined()
    {
        byte[] older = Gzip(RandomBytes(Content.Length, seed: 3));
        using LoopbackServer server = new(Answers.Truncated(older, Cut, "\"older\""), Answers.Ranged(Packed, Tag));

        await Fetch(server);

        RequireRight();
        Assert.Equal("\"older\"", server.Requests[1]["If-Range"]);
    }

    [Fact]
    public async Task What_an_earlier_run_left_and_does_not_fit_is_fetched_again()
    {
        File.WriteAllBytes(PathOf("images.gz.part"), RandomBytes(Cut, seed: 4));
        using LoopbackServer server = new(Answers.Ranged(Packed));

        await Fetch(server);

        RequireRight();
        Assert.Equal([$"bytes={Cut}-", null], server.Requests.Select(request => request["Range"]));
    }

    [Fact]
    public async Task A_download_that_was_complete_is_not_repeated()
    {
        File.WriteAllBytes(PathOf("images.gz.part"), Packed);
        using LoopbackServer server = new(Answers.Ranged(Packed), Answers.Status("500 Internal Server Error"));

        await Fetch(server);

        RequireRight();
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_part_from_another_place_is_not_taken()
    {
        using LoopbackServer server = new(Answers.Truncated(Packed, Cut), Answers.OtherPart(Packed, Cut + 1), Answers.Ranged(Packed));

        await Fetch(server);

        RequireRight();
        Assert.Equal([null, $"bytes={Cut}-", null], server.Requests.Select(request => request["Range"]));
    }

    [Fact]
    public async Task A_part_of_other_bytes_is_found_out_and_everything_fetched_again()
    {
        byte[] other = RandomBytes(Packed.Length, seed: 6);
        using LoopbackServer server = new(Answers.Truncated(Packed, Cut), Answers.Ranged(other), Answers.Ranged(Packed));

        await Fetch(server);

        RequireRight();
        Assert.Equal([null, $"bytes={Cut}-", null], server.Requests.Select(request => request["Range"]));
    }

    [Fact]
    public async Task A_refused_range_of_no_said_length_begins_again()
    {
        Answer refusal = Answers.Status("416 Range Not Satisfiable");
        using LoopbackServer server = new(Answers.Truncated(Packed, Cut), refusal, Answers.Ranged(Packed));

        await Fetch(server);

        RequireRight();
        Assert.Null(server.Requests[2]["Range"]);
    }

    [Fact]
    public async Task A_server_that_is_busy_is_asked_again_and_one_that_has_not_the_file_is_not()
    {
        using LoopbackServer busy = new(Answers.Status("503 Service Unavailable"), Answers.Ranged(Packed));
        await Fetch(busy);
        RequireRight();
        File.Delete(PathOf(Name));

        using LoopbackServer without = new(Answers.Status("404 Not Found"));
        Assert.Contains("the server answers 404", (await Refused(without)).Message, StringComparison.Ordinal);

        Assert.Single(without.Requests);
        RequireNothing();
    }

    [Fact]
    public async Task Wrong_bytes_are_refused_and_not_kept()
    {
        using LoopbackServer server = new(Answers.Ranged(Gzip(RandomBytes(Content.Length, seed: 5))));

        CommandException problem = await Refused(server);

        Assert.Contains("its SHA-256 is", problem.Message, StringComparison.Ordinal);
        Assert.Contains(Sha256(Content), problem.Message, StringComparison.Ordinal);
        RequireNothing();
    }

    [Theory]
    [InlineData("<html>Please log in</html>", "it ends after 26 of 300000 bytes")]
    [InlineData("", "it ends after 0 of 300000 bytes")]
    public async Task A_page_instead_of_the_file_is_refused(string page, string message)
    {
        using LoopbackServer server = new(Answers.Whole(System.Text.Encoding.UTF8.GetBytes(page)));
        Assert.Contains(message, (await Refused(server)).Message, StringComparison.Ordinal);
        RequireNothing();
    }

    [Fact]
    public async Task More_than_the_file_can_have_is_refused_when_announced_and_when_sent()
    {
        using LoopbackServer announces = new(Answers.Announcing(1L << 50, Packed));
        Assert.Contains("announces 1125899906842624 bytes", (await Refused(announces)).Message, StringComparison.Ordinal);
        using LoopbackServer sends = new(Answers.Endless);
        Assert.Contains("sends more than", (await Refused(sends)).Message, StringComparison.Ordinal);
        using LoopbackServer unpacks = new(Answers.Whole(Gzip(new byte[10_000_000])));
        Assert.Contains("it has more than the 300000 bytes", (await Refused(unpacks)).Message, StringComparison.Ordinal);
        RequireNothing();
    }

    [Fact]
    public async Task A_length_longer_than_the_body_is_asked_for_again_and_then_refused()
    {
        using LoopbackServer server = new(Answers.Announcing(Packed.Length + 1000, Packed));

        CommandException problem = await Refused(server);

        Assert.Contains("3 times in a row", problem.Message, StringComparison.Ordinal);
        Assert.Equal(3, server.Requests.Length);
        Assert.False(File.Exists(PathOf(Name)));
    }

    [Fact]
    public async Task A_length_shorter_than_the_body_cuts_the_file_and_is_refused()
    {
        using LoopbackServer server = new(Answers.Announcing(Packed.Length - 1000, Packed));

        await Refused(server);

        RequireNothing();
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said()
    {
        string address;
        using (LoopbackServer server = new(Answers.Whole(Packed))) address = server.Address;

        CommandException problem = await Assert.ThrowsAsync<CommandException>(() => Fetch(address, Usual));

        Assert.Equal(ExitCode.Data, problem.Code);
        Assert.Contains("the connection failed", problem.Message, StringComparison.Ordinal);
        RequireNothing();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_folder_may_have_the_file_packed_or_plain(bool isPacked)
    {
        DirectoryInfo source = Folder.CreateSubdirectory("source");
        File.WriteAllBytes(Path.Combine(source.FullName, isPacked ? "images.gz" : "images"), isPacked ? Packed : Content);

        await Fetch(source.FullName, Usual);

        RequireRight();
    }

    [Fact]
    public async Task A_folder_without_the_file_or_with_another_is_refused()
    {
        DirectoryInfo source = Folder.CreateSubdirectory("source");
        Assert.Contains("neither images.gz nor images", (await Problem()).Message, StringComparison.Ordinal);
        File.WriteAllBytes(Path.Combine(source.FullName, "images.gz"), Packed[..Cut]);
        Assert.Contains("this is not images", (await Problem()).Message, StringComparison.Ordinal);
        source.Delete(recursive: true);
        Assert.Contains("there is no folder", (await Problem()).Message, StringComparison.Ordinal);
        RequireNothing();

        Task<CommandException> Problem() => Assert.ThrowsAsync<CommandException>(() => Fetch(source.FullName, Usual));
    }
}
