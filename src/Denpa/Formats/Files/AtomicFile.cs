using System.Runtime.InteropServices;
using System.Text;

namespace Denpa;

/// <summary>Writes files whole or not at all: whoever reads the path sees the old content or the new, never a part.</summary>
/// <remarks>
/// A symbolic link is followed, and stays. A file that is replaced leaves its permissions to the new one, and its owner where the process
/// may give files away. Pipes, character devices such as /dev/null, and descriptors such as /dev/stdout are written to as they are.
/// </remarks>
internal static partial class AtomicFile
{
    private const int AttemptsAtName = 10;

    /// <summary>Of a file in its folder, on the systems that people have.</summary>
    private const int LongestName = 255;
    private const int BufferSize = 1 << 16;

    /// <summary>
    /// Writes a temporary file in the same folder, flushes it to the disk, and renames it over <paramref name="path"/>. When
    /// writing fails, the temporary file is removed and what stood at the path stays.
    /// </summary>
    /// <param name="path">The file to write; its folder exists.</param>
    /// <param name="write">Writes the content, from its beginning to its end.</param>
    /// <param name="keepPreviousAs">Where the file that is replaced moves to; when null, it is gone.</param>
    /// <param name="overwriteProtected">Whether a file that nobody may write to is replaced all the same.</param>
    /// <exception cref="IOException">
    /// The disk is full, the folder is missing, or the path leads to a folder, a socket or a block device.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file may not be written.</exception>
    public static void Write(string path, Action<Stream> write, string? keepPreviousAs = null, bool overwriteProtected = false)
    {
        FileDestination destination = FileDestination.Of(path);
        if (destination.IsPassage)
        {
            using BufferedStream passage = new(destination.OpenPassage(), BufferSize);
            write(passage);
            passage.Flush();
            return;
        }

        RequireLeave(path, destination, overwriteProtected);
        Replace(destination, write, keepPreviousAs);
    }

    /// <summary>Finds out whether <see cref="Write"/> could begin, by making its temporary file and removing it.</summary>
    /// <param name="path">The file that is to be written.</param>
    /// <param name="overwriteProtected">Whether a file that nobody may write to is to be replaced all the same.</param>
    /// <exception cref="IOException">The folder is missing or cannot be written, or the path leads to what is no file.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file may not be written.</exception>
    public static void RequireWritable(string path, bool overwriteProtected = false)
    {
        FileDestination destination = FileDestination.Of(path);
        if (destination.IsPassage) return;
        RequireLeave(path, destination, overwriteProtected);
        if (Encoding.UTF8.GetByteCount(Path.GetFileName(destination.Path)) > LongestName)
            throw new PathTooLongException($"{path}: the name has more than {LongestName} bytes");
        using FileStream stream = CreateTemporary(destination.Path, destination.Status);
        File.Delete(stream.Name);
    }

    /// <summary>
    /// Removes the temporary files that processes which were killed while they wrote <paramref name="path"/> have left; those that
    /// are being written stay, and so does every file whose name this class has not made.
    /// </summary>
    /// <param name="path">The file that was to be written; its folder exists.</param>
    public static void RemoveLeftovers(string path)
    {
        FileDestination destination = FileDestination.Of(path);
        if (destination.IsPassage) return;
        foreach (string file in Directory.EnumerateFiles(Path.GetDirectoryName(destination.Path)!))
        {
            if (TemporaryFileName.IsFor(destination.Path, Path.GetFileName(file))) RemoveUnlessInUse(file);
        }
    }

    /// <summary>A file that nobody may write to, or not this process, is not to be replaced, though its folder would allow that.</summary>
    private static void RequireLeave(string path, FileDestination destination, bool overwriteProtected)
    {
        if (overwriteProtected || destination.Status is not { } status) return;
        if (status.IsWriteProtected) throw new UnauthorizedAccessException($"{path}: the file is write-protected");
        new FileStream(destination.Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0).Dispose();
    }

    private static void Replace(FileDestination destination, Action<Stream> write, string? keepPreviousAs)
    {
        string target = destination.Path;
        using FileStream stream = CreateTemporary(target, destination.Status);
        string temporary = stream.Name;
        try
        {
            // The buffer is apart from the file, which can then be closed without another attempt to write.
            BufferedStream buffer = new(stream, BufferSize);
            write(buffer);
            buffer.Flush();
            stream.Flush(flushToDisk: true);
            if (destination.Status is { } previous) TakeOver(temporary, target, previous);
            if (keepPreviousAs is not null && File.Exists(target)) File.Move(target, keepPreviousAs, overwrite: true);

            // The stream is still open: so long as it is, no other process takes the file for a leftover.
            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception problem)
        {
            stream.Dispose();
            File.Delete(temporary);
            if (problem is IOException) throw new IOException(InTermsOf(target, temporary, problem), problem);
            throw;
        }
    }

    private static FileStream CreateTemporary(string target, FileStatus? previous)
    {
        FileStreamOptions options = new()
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Delete,
            BufferSize = 0,
        };
        if (previous is not null && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        for (int attempt = 1; ; attempt++)
        {
            string temporary = Path.Combine(Path.GetDirectoryName(target)!, TemporaryFileName.For(target));
            try
            {
                FileStream stream = new(temporary, options);

                // Between its making and its locking, a process that tidies up may have taken it for a leftover.
                if (attempt == AttemptsAtName || File.Exists(temporary)) return stream;
                stream.Dispose();
            }
            catch (IOException taken) when (attempt < AttemptsAtName && FileLock.IsHeldByAnother(taken))
            {
                File.Delete(temporary);
            }
            catch (UnauthorizedAccessException problem)
            {
                throw new UnauthorizedAccessException(InTermsOf(target, temporary, problem), problem);
            }
            catch (IOException problem)
            {
                throw new IOException(InTermsOf(target, temporary, problem), problem);
            }
        }
    }

    /// <summary>What the system says of the temporary file, said of the file that a person knows.</summary>
    private static string InTermsOf(string target, string temporary, Exception problem) =>
        problem.Message.Replace(temporary, target, StringComparison.Ordinal);

    /// <summary>Gives the new file the permissions of the one it replaces, and its owner if the process may.</summary>
    private static void TakeOver(string temporary, string target, FileStatus previous)
    {
        if (OperatingSystem.IsWindows()) return;

        // Who may not give files away keeps them: no error.
        FileStatus own = FileStatus.Of(temporary) ?? previous;
        if ((own.Owner, own.Group) != (previous.Owner, previous.Group)) _ = ChangeOwner(temporary, previous.Owner, previous.Group);
        File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
    }

    private static void RemoveUnlessInUse(string file)
    {
        try
        {
            new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    [LibraryImport("libc", EntryPoint = "chown", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(string path, uint owner, uint group);
}
