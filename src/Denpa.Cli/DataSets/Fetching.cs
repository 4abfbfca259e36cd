using Denpa.Cli.Ends;

namespace Denpa.Cli.DataSets;

/// <summary>A file of a fetched set.</summary>
/// <param name="File">What it holds.</param>
/// <param name="WasThere">Whether the folder had it already.</param>
internal sealed record FetchedFile(PinnedFile File, bool WasThere);

/// <summary>Fetches a set's files from an address or a folder into a folder, and believes none of them before their SHA-256.</summary>
internal sealed class Fetching(FetchedSet set, string folder, Patience patience, IFetchProgress progress)
{
    /// <summary>Gzip never makes a file longer by more than this; a download beyond it is of something else.</summary>
    private const long Slack = 1 << 16;

    private const string Removal = "move it away, or name another folder by -o";

    /// <summary>Fetches what is not there yet.</summary>
    /// <param name="from">An http or https address, or a folder; null for the set's own address.</param>
    /// <param name="cancellation">Ends it; what has come is kept for the next time.</param>
    /// <exception cref="CommandException">The source cannot be used, or the folder cannot be written.</exception>
    public async Task<IReadOnlyList<FetchedFile>> RunAsync(string? from, CancellationToken cancellation)
    {
        Func<PinnedFile, CancellationToken, Task> fetch = Source(from ?? set.Address);
        List<FetchedFile> files = [];
        try
        {
            Directory.CreateDirectory(folder);
            foreach (PinnedFile file in set.Files) RequirePlaces(file);
            foreach (PinnedFile file in set.Files)
            {
                bool wasThere = PinnedFileInstaller.IsThere(file, folder);
                if (!wasThere) RequireFile(Path.Combine(folder, file.Name));
                progress.Begin(file, wasThere);
                if (!wasThere) await fetch(file, cancellation);
                files.Add(new FetchedFile(file, wasThere));
            }
        }
        catch (WrongContentException problem)
        {
            throw new CommandException(ExitCode.Data, problem.Message);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Usage, $"{folder}: cannot be written: {problem.Message.ReplaceLineEndings(" ")}");
        }

        return files;
    }

    /// <summary>Refuses what stands where the file is to grow or to be and is no file of ours.</summary>
    private void RequirePlaces(PinnedFile file)
    {
        RequireFile(Path.Combine(folder, file.Name), orLink: true);
        string download = DownloadOf(file);
        foreach (string path in new[] { PinnedFileInstaller.UnfinishedOf(file, folder), download, download + Download.VersionEnding })
        {
            RequireFile(path);
            if (FileStatus.Of(path, followLinks: false) is { Names: > 1 })
                throw new CommandException(ExitCode.Usage, $"{path}: this file has another name too — {Removal}");
        }
    }

    private static void RequireFile(string path, bool orLink = false)
    {
        if (FileStatus.Of(path, followLinks: false)?.Kind is not { } kind || kind == FileKind.Regular) return;
        if (kind == FileKind.Link && orLink) return;
        throw new CommandException(ExitCode.Usage, $"{path}: this is {FileKinds.NameOf(kind)} — {Removal}");
    }

    private string DownloadOf(PinnedFile file) => Path.Combine(folder, $"{file.Name}.gz{PinnedFileInstaller.Unfinished}");

    private Func<PinnedFile, CancellationToken, Task> Source(string from)
    {
        if (Uri.TryCreate(from, UriKind.Absolute, out Uri? address) && (address.Scheme == "http" || address.Scheme == "https"))
        {
            UriBuilder parent = new(address);
            if (!parent.Path.EndsWith('/')) parent.Path += "/";
            return (file, cancellation) => DownloadAsync(file, new Uri(parent.Uri, $"{file.Name}.gz{parent.Query}"), cancellation);
        }

        if (Directory.Exists(from)) return (file, _) => Task.Run(() => Copy(file, from), CancellationToken.None);
        throw new CommandException(
            ExitCode.Data, $"--from: there is no folder {from} — give a folder, or an address that begins with https:// or http://");
    }

    private void Copy(PinnedFile file, string from)
    {
        string path = Path.Combine(from, file.Name);
        string packed = path + ".gz";
        string source = File.Exists(packed) ? packed : path;
        if (FileStatus.Of(source) is { Kind: not FileKind.Regular and var kind })
            throw new CommandException(ExitCode.Data, $"{source}: this is {FileKinds.NameOf(kind)} — name a folder that has the file");
        FileStream stream;
        try
        {
            stream = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (FileNotFoundException)
        {
            throw new CommandException(
                ExitCode.Data, $"{from}: there is neither {file.Name}.gz nor {file.Name} — name a folder that has one");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Data, $"{source}: cannot be read: {problem.Message.ReplaceLineEndings(" ")}");
        }

        using (stream) PinnedFileInstaller.Install(file, stream, source, folder);
    }

    private async Task DownloadAsync(PinnedFile file, Uri address, CancellationToken cancellation)
    {
        string unfinished = DownloadOf(file);
        using SocketsHttpHandler handler = new()
        {
            ConnectTimeout = patience.LongestSilence,
            UseProxy = !address.IsLoopback,
            AllowAutoRedirect = false,
        };
        using HttpClient client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("denpa");
        Download download = new(client, patience, progress.Report, progress.Note);

        bool isLeftover = File.Exists(unfinished) && new FileInfo(unfinished).Length > 0;
        await download.RunAsync(address, unfinished, file.Length + Slack, cancellation);
        try
        {
            Install();
        }
        catch (WrongContentException) when (isLeftover || download.IsJoined)
        {
            progress.Note("the parts that came do not fit together; beginning again");
            await download.RunAsync(address, unfinished, file.Length + Slack, cancellation);
            Install();
        }

        void Install()
        {
            try
            {
                using FileStream stream = new(unfinished, FileMode.Open, FileAccess.Read, FileShare.None);
                PinnedFileInstaller.Install(file, stream, address.ToString(), folder);
            }
            finally
            {
                File.Delete(unfinished);
                File.Delete(unfinished + Download.VersionEnding);
            }
        }
    }
}
