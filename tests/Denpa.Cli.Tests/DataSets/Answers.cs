using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Denpa.Cli.Tests.DataSets;

/// <summary>Servers' good and bad manners.</summary>
internal static class Answers
{
    /// <summary>As a good server does: a part where one is asked for and the version is the same.</summary>
    public static Answer Ranged(byte[] content, string? tag = null) => async (request, connection) =>
    {
        bool sameVersion = request["If-Range"] is not { } version || version == tag;
        if (request["Range"] is not { } range || !sameVersion)
        {
            await SendAsync(connection, "200 OK", [Length(content.Length), .. Tag(tag)], content);
            return;
        }

        int from = int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture);
        string size = $"Content-Range: bytes */{content.Length}";
        if (from >= content.Length) await SendAsync(connection, "416 Range Not Satisfiable", [size, Length(0)], []);
        else await SendPartAsync(connection, content, from, from, tag);
    };

    /// <summary>Everything, whatever is asked for.</summary>
    public static Answer Whole(byte[] content) => (_, connection) => SendAsync(connection, "200 OK", [Length(content.Length)], content);

    /// <summary>Everything in a body that only ends with the connection, of no announced length.</summary>
    public static Answer WithoutLength(byte[] content) => (_, connection) => SendAsync(connection, "200 OK", [], content);

    /// <summary>Announces a length and sends what it likes.</summary>
    public static Answer Announcing(long length, byte[] content, string? tag = null) =>
        (_, connection) => SendAsync(connection, "200 OK", [Length(length), .. Tag(tag)], content);

    /// <summary>The beginning, then the connection ends.</summary>
    public static Answer Truncated(byte[] content, int count, string? tag = null) => Announcing(content.Length, content[..count], tag);

    /// <summary>The beginning, then nothing until the client gives up.</summary>
    public static Answer Stalled(byte[] content, int count) => async (request, connection) =>
    {
        await Truncated(content, count)(request, connection);
        await connection.ReadExactlyAsync(new byte[1]);
    };

    /// <summary>Nothing at all, until the client gives up.</summary>
    public static Answer Silent { get; } = (_, connection) => connection.ReadExactlyAsync(new byte[1]).AsTask();

    /// <summary>Zeros without end.</summary>
    public static Answer Endless { get; } = async (_, connection) =>
    {
        await SendAsync(connection, "200 OK", [], []);
        byte[] zeros = new byte[1 << 16];
        while (true) await connection.WriteAsync(zeros);
    };

    /// <summary>Sends on to another address, or says so without one.</summary>
    public static Answer Redirection(string? location, string status = "302 Found") =>
        (_, connection) => SendAsync(connection, status, [Length(0), .. location is null ? [] : new[] { $"Location: {location}" }], []);

    /// <summary>Headers, and more of them than anybody reads.</summary>
    public static Answer Headers(int count) => (_, connection) =>
        SendAsync(connection, "200 OK", [Length(0), .. Enumerable.Range(0, count).Select(i => $"X-{i}: {new string('x', 100)}")], []);

    public static Answer Status(string status) => (_, connection) => SendAsync(connection, status, [Length(0)], []);

    /// <summary>A part from another place than was asked for.</summary>
    public static Answer OtherPart(byte[] content, int from) => (_, connection) => SendPartAsync(connection, content, from, from, null);

    private static Task SendPartAsync(NetworkStream connection, byte[] content, int from, int said, string? tag) => SendAsync(
        connection,
        "206 Partial Content",
        [Length(content.Length - from), $"Content-Range: bytes {said}-{content.Length - 1}/{content.Length}", .. Tag(tag)],
        content[from..]);

    private static async Task SendAsync(NetworkStream connection, string status, string[] headers, byte[] content)
    {
        string head = string.Concat(headers.Append("Connection: close").Select(header => header + "\r\n"));
        await connection.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{head}\r\n"));
        await connection.WriteAsync(content);
    }

    private static string Length(long length) => $"Content-Length: {length}";

    private static string[] Tag(string? tag) => tag is null ? [] : [$"ETag: {tag}"];
}
