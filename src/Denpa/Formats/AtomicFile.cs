namespace Denpa;

/// <summary>Writes files whole or not at all: whoever reads the path sees the old content or the new, never a part.</summary>
public static class AtomicFile
{
    /// <summary>
    /// Writes a temporary file in the same folder, flushes it to the disk, and renames it over <paramref name="path"/>. When
    /// writing fails, the temporary file is removed and what stood at the path stays.
    /// </summary>
    /// <param name="path">The file to write; its folder exists.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="keepPreviousAs">Where the file that is replaced moves to; when null, it is gone.</param>
    /// <exception cref="IOException">The disk is full, the folder is missing, or the path cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file may not be written.</exception>
    public static void Write(string path, Action<Stream> write, string? keepPreviousAs = null)
    {
        string target = Path.GetFullPath(path);
        string temporary = Path.Combine(Path.GetDirectoryName(target)!, TemporaryPrefix(target) + Path.GetRandomFileName());
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            if (keepPreviousAs is not null && File.Exists(target)) File.Move(target, keepPreviousAs, overwrite: true);
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>
    /// Removes the temporary files that processes which were killed while they wrote <paramref name="path"/> have left; those that
    /// are being written stay.
    /// </summary>
    /// <param name="path">The file that was to be written; its folder exists.</param>
    public static void RemoveLeftovers(string path)
    {
        string target = Path.GetFullPath(path);
        string prefix = TemporaryPrefix(target);
        int length = prefix.Length + Path.GetRandomFileName().Length;
        foreach (string file in Directory.EnumerateFiles(Path.GetDirectoryName(target)!))
        {
            string name = Path.GetFileName(file);
            if (name.Length == length && name.StartsWith(prefix, StringComparison.Ordinal)) RemoveUnlessInUse(file);
        }
    }

    private static string TemporaryPrefix(string target) => $".{Path.GetFileName(target)}.";

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
}
