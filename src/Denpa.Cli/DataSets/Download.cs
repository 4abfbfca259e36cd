using System.Net;
using System.Net.Http.Headers;
using Denpa.Cli.Ends;
using Denpa.Cli.Output;
using Denpa.Tables;

namespace Denpa.Cli.DataSets;

/// <summary>How patient a download is.</summary>
/// <param name="LongestSilence">How long nothing may come.</param>
/// <param name="Pause">How long to wait before the second attempt; twice as long before the third, and so on.</param>
/// <param name="Attempts">How many attempts in a row may fail without bringing much.</param>
internal sealed record Patience(TimeSpan LongestSilence, TimeSpan Pause, int Attempts)
{
    public static Patience Usual { get; } = new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(1), 5);
}

/// <summary>
/// Downloads over HTTP into a file that grows, and goes on from its end when the connection breaks, in this run or a later one.
/// A file beside it keeps what names the version (ETag or Last-Modified), so that two versions are never joined.
/// </summary>
internal sealed class Download(HttpClient client, Patience patience, Action<long, long?> progress, Action<string> note)
{
    public const string VersionEnding = ".version";
    private const long MuchProgress = 1 << 16;
    private const int BufferSize = 1 << 16;
    private const int MostRedirections = 10;
    private const int LongestVersion = 1024;
    private const int LongestReason = 160;

    /// <summary>Whether the file came in several parts, which may not be of one version.</summary>
    public bool IsJoined { get; private set; }

    /// <summary>Downloads all of it.</summary>
    /// <param name="address">The address.</param>
    /// <param name="path">The file that grows.</param>
    /// <param name="most">More bytes than this are refused.</param>
    /// <param name="cancellation">Ends it; what has come is kept.</param>
    /// <exception cref="CommandException">The server does not give it; what has come is kept where it may be of use.</exception>
    public async Task RunAsync(Uri address, string path, long most, CancellationToken cancellation)
    {
        try
        {
            await RepeatAsync(address, path, most, cancellation);
        }
        catch when (new FileInfo(path) is { Exists: true, Length: 0 })
        {
            File.Delete(path);
            throw;
        }
    }

    private async Task RepeatAsync(Uri address, string path, long most, CancellationToken cancellation)
    {
        IsJoined = false;
        FileMode mode = File.Exists(path) ? FileMode.Open : FileMode.CreateNew;
        await using FileStream file = new(path, mode, FileAccess.Write, FileShare.None);
        if (file.Length > most) file.SetLength(0);
        long furthest = file.Length;
        int failures = 0;
        while (true)
        {
            try
            {
                await TransferAsync(address, file, most, cancellation);
                return;
            }
            catch (BrokenTransferException broken)
            {
                failures = file.Length >= furthest + MuchProgress ? 1 : failures + 1;
                furthest = Math.Max(furthest, file.Length);
                if (failures >= patience.Attempts)
                {
                    string cure = file.Length > 0
                        ? $"{file.Length} bytes are kept: run it again to go on"
                        : "try again later, or name another source by --from";
                    throw new CommandException(ExitCode.Data, $"{address}: {broken.Message}, {failures} times in a row — {cure}");
                }

                note($"{broken.Message}; trying again");
                await Task.Delay(patience.Pause * failures, cancellation);
            }
        }
    }

    private async Task TransferAsync(Uri address, FileStream file, long most, CancellationToken cancellation)
    {
        using CancellationTokenSource silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        silence.CancelAfter(patience.LongestSilence);
        try
        {
            using HttpResponseMessage response = await AskAsync(address, file, silence.Token);
            if (IsComplete(response, file)) return;
            RequireContent(address, response);
            long? total = Begin(response, file);
            if (total > most) throw Refuse(address, $"announces {total} bytes, more than the file can have");
            await CopyAsync(address, response, file, total, most, silence);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            double seconds = patience.LongestSilence.TotalSeconds;
            throw new BrokenTransferException(FormattableString.Invariant($"nothing came for {seconds:0.#} s"));
        }
        catch (HttpRequestException problem)
        {
            throw new BrokenTransferException($"the connection failed ({FirstLine(problem)})");
        }
        catch (NotSupportedException problem)
        {
            throw Refuse(address, $"cannot be fetched ({FirstLine(problem)})");
        }
    }

    /// <summary>Asks at the address, and where the server sends on to, as long as that may lead to the file.</summary>
    private async Task<HttpResponseMessage> AskAsync(Uri address, FileStream file, CancellationToken cancellation)
    {
        Uri at = address;
        for (int steps = 0; steps <= MostRedirections; steps++)
        {
            using HttpRequestMessage request = Request(at, file);
            HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (!IsRedirection(response)) return response;
            using (response) at = Next(address, at, response);
        }

        throw Refuse(address, $"the server sends on more than {MostRedirections} times");
    }

    private static bool IsRedirection(HttpResponseMessage response) => response.StatusCode is HttpStatusCode.MovedPermanently
        or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    internal static Uri Next(Uri address, Uri at, HttpResponseMessage response)
    {
        if (response.Headers.Location is not { } location) throw Refuse(address, "the server sends on and does not say where to");
        string shown = Quoted.Text(location.OriginalString);
        if (!Uri.TryCreate(at, location, out Uri? next) || !(next.Scheme == Uri.UriSchemeHttp || next.Scheme == Uri.UriSchemeHttps))
            throw Refuse(address, $"the server sends on to {shown}, which is no address of http or https");
        if (at.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp)
            throw Refuse(address, $"the server sends on to {shown}, where nothing is encrypted any more");
        return next;
    }

    private static CommandException Refuse(Uri address, string problem) =>
        new(ExitCode.Data, $"{address}: {problem} — name another source by --from");

    private static HttpRequestMessage Request(Uri address, FileStream file)
    {
        HttpRequestMessage request = new(HttpMethod.Get, address);
        if (file.Length == 0) return request;
        request.Headers.Range = new RangeHeaderValue(file.Length, null);
        FileInfo kept = new(file.Name + VersionEnding);
        string version = kept is { Exists: true, Length: <= LongestVersion } ? File.ReadAllText(kept.FullName) : "";
        if (RangeConditionHeaderValue.TryParse(version, out RangeConditionHeaderValue? condition)) request.Headers.IfRange = condition;
        return request;
    }

    /// <summary>Whether the server says that the file has all of it already; a file that it says has too much is emptied.</summary>
    private static bool IsComplete(HttpResponseMessage response, FileStream file)
    {
        if (response.StatusCode != HttpStatusCode.RequestedRangeNotSatisfiable || file.Length == 0) return false;
        if (response.Content.Headers.ContentRange?.Length == file.Length) return true;
        file.SetLength(0);
        throw new BrokenTransferException("the server has less than what came before");
    }

    private static void RequireContent(Uri address, HttpResponseMessage response)
    {
        if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.PartialContent) return;
        string reason = CellText.Shorten(response.ReasonPhrase ?? "", LongestReason);
        string answer = $"the server answers {(int)response.StatusCode} {reason}".TrimEnd();
        bool passes = response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
            || (int)response.StatusCode >= 500;
        if (passes) throw new BrokenTransferException(answer);
        throw Refuse(address, answer);
    }

    /// <summary>Makes the file ready for what comes, and returns how long it will be, if the server says so.</summary>
    private long? Begin(HttpResponseMessage response, FileStream file)
    {
        HttpContentHeaders headers = response.Content.Headers;
        long? total = headers.ContentLength;
        if (response.StatusCode == HttpStatusCode.PartialContent)
        {
            if (headers.ContentRange?.From != file.Length)
            {
                file.SetLength(0);
                throw new BrokenTransferException("the server answers with another part than was asked for");
            }

            total = headers.ContentRange.Length ?? total + file.Length;
            IsJoined = true;
        }
        else
        {
            file.SetLength(0);
            IsJoined = false;
        }

        string? version = response.Headers.ETag is { IsWeak: false } tag ? tag.ToString() : headers.LastModified?.ToString("R");
        Keep(version, file.Name + VersionEnding);
        return total;
    }

    private static void Keep(string? version, string path)
    {
        File.Delete(path);
        if (version is not { Length: <= LongestVersion }) return;
        using StreamWriter writer = new(new FileStream(path, FileMode.CreateNew, FileAccess.Write));
        writer.Write(version);
    }

    private async Task CopyAsync(
        Uri address, HttpResponseMessage response, FileStream file, long? total, long most, CancellationTokenSource silence)
    {
        byte[] buffer = new byte[BufferSize];
        file.Seek(0, SeekOrigin.End);
        await using Stream content = await response.Content.ReadAsStreamAsync(silence.Token);
        while (await ReadAsync(content, buffer, silence.Token) is int count and > 0)
        {
            silence.CancelAfter(patience.LongestSilence);
            if (file.Length + count > most)
            {
                file.SetLength(0);
                throw Refuse(address, $"sends more than {most} bytes, which the file cannot have");
            }

            file.Write(buffer, 0, count);
            file.Flush();
            progress(file.Length, total);
        }

        if (file.Length < total) throw new BrokenTransferException($"only {file.Length} of {total} bytes came");
    }

    private static async Task<int> ReadAsync(Stream content, byte[] buffer, CancellationToken cancellation)
    {
        try
        {
            return await content.ReadAsync(buffer, cancellation);
        }
        catch (IOException problem)
        {
            throw new BrokenTransferException($"the connection broke ({FirstLine(problem)})");
        }
    }

    private static string FirstLine(Exception problem) =>
        CellText.Shorten(problem.Message.Split('\n', 2)[0].TrimEnd().TrimEnd('.'), LongestReason);

    /// <summary>An end that may be better the next time.</summary>
    private sealed class BrokenTransferException(string message) : DenpaException(message);
}
