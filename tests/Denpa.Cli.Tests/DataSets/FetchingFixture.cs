using System.IO.Compression;
using System.Security.Cryptography;
using Denpa.Cli.DataSets;
using Denpa.Cli.Ends;

namespace Denpa.Cli.Tests.DataSets;

/// <summary>A file to fetch, and a folder to fetch it into.</summary>
public abstract class FetchingFixture : IDisposable
{
    private protected const string Name = "images";
    private protected const string Tag = "\"one\"";
    private protected const int Cut = 100_000;
    private protected static readonly Patience Usual = new(TimeSpan.FromSeconds(60), TimeSpan.Zero, Attempts: 3);

    private protected FetchingFixture() => Packed = Gzip(Content);

    private protected DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("denpa-test-");

    /// <summary>What the file holds.</summary>
    private protected byte[] Content { get; } = RandomBytes(300_000, seed: 1);

    /// <summary>The same packed by gzip.</summary>
    private protected byte[] Packed { get; }

    public void Dispose()
    {
        Folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected static byte[] RandomBytes(int count, ulong seed)
    {
        byte[] bytes = new byte[count];
        Generator generator = new(seed);
        for (int i = 0; i < count; i++) bytes[i] = (byte)generator.NextUInt32();
        return bytes;
    }

    private protected static byte[] Gzip(byte[] bytes)
    {
        using MemoryStream stream = new();
        using (GZipStream gzip = new(stream, CompressionLevel.Fastest)) gzip.Write(bytes);
        return stream.ToArray();
    }

    private protected static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private protected static Task<IReadOnlyList<FetchedFile>> Run(Fetching fetching, string from) =>
        fetching.RunAsync(from, TestContext.Current.CancellationToken);

    private protected FetchedSet Set() => new("test", "a set to test with")
    {
        Rows = 1,
        Columns = ["x"],
        Target = "x",
        Source = "the test",
        Licence = "none",
        Command = "denpa data fetch test",
        Address = "http://127.0.0.1:9/",
        Files = [new PinnedFile(Name, Content.Length, Sha256(Content))],
    };

    private protected Task<IReadOnlyList<FetchedFile>> Fetch(LoopbackServer server, Patience? patience = null) =>
        Fetch(server.Address, patience ?? Usual);

    private protected Task<IReadOnlyList<FetchedFile>> Fetch(string from, Patience patience) =>
        Run(new Fetching(Set(), Folder.FullName, patience, new Progress(_ => { })), from);

    private protected async Task<CommandException> Refused(LoopbackServer server, Patience? patience = null)
    {
        CommandException problem = await Assert.ThrowsAsync<CommandException>(() => Fetch(server, patience));
        Assert.Equal(ExitCode.Data, problem.Code);
        Assert.DoesNotContain('\n', problem.Message);
        return problem;
    }

    private protected string PathOf(string file) => Path.Combine(Folder.FullName, file);

    private protected void RequireRight()
    {
        Assert.Equal(Content, File.ReadAllBytes(PathOf(Name)));
        Assert.Equal(PathOf(Name), Assert.Single(Folder.GetFiles()).FullName);
    }

    private protected void RequireNothing() => Assert.Empty(Folder.GetFiles());

    private protected sealed class Progress(Action<long> report) : IFetchProgress
    {
        public void Begin(PinnedFile file, bool isThere)
        {
        }

        public void Report(long bytes, long? total) => report(bytes);

        public void Note(string message)
        {
        }
    }
}
