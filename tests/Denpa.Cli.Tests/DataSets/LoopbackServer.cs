using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Denpa.Cli.Tests.DataSets;

/// <summary>What a client asked for.</summary>
internal sealed record Request(string Path, IReadOnlyDictionary<string, string> Headers)
{
    public string? this[string header] => Headers.GetValueOrDefault(header);
}

/// <summary>How a server treats one request; the connection is closed afterwards.</summary>
internal delegate Task Answer(Request request, NetworkStream connection);

/// <summary>An HTTP server on loopback that answers its first request by the first answer, and so on; the last answer repeats.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Answer[] answers;
    private readonly ConcurrentQueue<Request> requests = new();

    public LoopbackServer(params Answer[] answers)
    {
        this.answers = answers;
        listener.Start();
        _ = ServeAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/files";

    public Request[] Requests => [.. requests];

    public void Dispose() => listener.Dispose();

    private async Task ServeAsync()
    {
        for (int count = 0; ; count++)
        {
            try
            {
                using TcpClient client = await listener.AcceptTcpClientAsync();
                NetworkStream connection = client.GetStream();
                Request request = await ReadAsync(connection);
                requests.Enqueue(request);
                await answers[Math.Min(count, answers.Length - 1)](request, connection);
            }
            catch (IOException)
            {
                // The client hung up, as some tests want it to.
            }
            catch (Exception end) when (end is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private static async Task<Request> ReadAsync(NetworkStream connection)
    {
        StringBuilder text = new();
        byte[] next = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await connection.ReadAsync(next) == 1)
            text.Append((char)next[0]);
        string[] lines = text.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Dictionary<string, string> headers = lines[1..].Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        return new Request(lines[0].Split(' ')[1], headers);
    }
}
