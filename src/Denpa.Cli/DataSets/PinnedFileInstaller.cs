using System.IO.Compression;
using System.Security.Cryptography;

namespace Denpa.Cli.DataSets;

/// <summary>Says that a source holds other bytes than it should.</summary>
internal sealed class WrongContentException(string message) : DenpaException(message);

/// <summary>Puts pinned files into a folder: each under its name only once its bytes are known to be right.</summary>
internal static class PinnedFileInstaller
{
    public const string Unfinished = ".part";
    private const int BufferSize = 1 << 17;

    /// <summary>Whether the folder has the file already, with the right bytes.</summary>
    public static bool IsThere(PinnedFile file, string folder)
    {
        string target = Path.Combine(folder, file.Name);
        if (FileStatus.Of(target)?.Kind != FileKind.Regular) return false;
        using FileStream stream = File.OpenRead(target);
        if (stream.Length != file.Length) return false;
        return Convert.ToHexStringLower(SHA256.HashData(stream)) == file.Sha256;
    }

    /// <summary>Where a file is unpacked before it is known to be right.</summary>
    public static string UnfinishedOf(PinnedFile file, string folder) => Path.Combine(folder, file.Name + Unfinished);

    /// <summary>Unpacks a stream, plain or packed by gzip, beside the target, and moves it there when it is right.</summary>
    /// <param name="file">What it must hold.</param>
    /// <param name="source">The stream, which can seek.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="folder">Where the file goes.</param>
    /// <exception cref="WrongContentException">It holds other bytes; nothing is left behind.</exception>
    public static void Install(PinnedFile file, Stream source, string name, string folder)
    {
        string target = Path.Combine(folder, file.Name);
        string unfinished = UnfinishedOf(file, folder);
        File.Delete(unfinished);
        try
        {
            using (FileStream output = new(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                Unpack(file, source, name, output);
                output.Flush(flushToDisk: true);
            }

            File.Move(unfinished, target, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    private static void Unpack(PinnedFile file, Stream source, string name, FileStream output)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[BufferSize];
        long length = 0;
        try
        {
            using Stream content = IsPacked(source) ? new GZipStream(source, CompressionMode.Decompress, leaveOpen: true) : source;
            while (content.Read(buffer) is int count and > 0)
            {
                length += count;
                if (length > file.Length) throw Wrong(file, name, $"it has more than the {file.Length} bytes");
                hash.AppendData(buffer, 0, count);
                output.Write(buffer, 0, count);
            }
        }
        catch (InvalidDataException)
        {
            throw Wrong(file, name, "it is packed by gzip and damaged");
        }

        if (length < file.Length) throw Wrong(file, name, $"it ends after {length} of {file.Length} bytes");
        string sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (sha256 != file.Sha256) throw Wrong(file, name, $"its SHA-256 is {sha256}, where {file.Sha256} was expected");
    }

    private static bool IsPacked(Stream source)
    {
        bool packed = source.ReadByte() == 0x1f && source.ReadByte() == 0x8b;
        source.Position = 0;
        return packed;
    }

    private static WrongContentException Wrong(PinnedFile file, string name, string why) =>
        new($"{name}: this is not {file.Name}: {why} — name another source by --from");
}
