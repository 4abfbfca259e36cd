namespace Denpa.Tables;

/// <summary>Opens a file for reading, and says in one line why it cannot.</summary>
internal static class TableFile
{
    /// <summary>Opens a file.</summary>
    /// <exception cref="TableException">The file cannot be opened; the message says why.</exception>
    public static FileStream Open(string path)
    {
        if (Directory.Exists(path)) throw new TableException(path, null, null, "is a directory — name a CSV file in it");
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1, FileOptions.SequentialScan);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new TableException(path, null, null, "there is no such file — check the path", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new TableException(path, null, null, "cannot be opened: " + FirstLine(problem), problem);
        }
    }

    public static string FirstLine(Exception problem) => problem.Message.Split('\n', 2)[0].TrimEnd();
}
