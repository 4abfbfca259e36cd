namespace Denpa.Cli;

/// <summary>A file that a command writes: all of it or nothing, and a clear line when it cannot be.</summary>
internal static class OutputFile
{
    /// <summary>Refuses a path whose folder is not there, before work is done that could not be saved.</summary>
    /// <exception cref="CommandException">There is no such folder, or the path is one.</exception>
    public static void RequireFolder(string path)
    {
        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (Directory.Exists(path)) throw new CommandException(ExitCode.Usage, $"{path}: this is a folder — name a file in it");
        if (!Directory.Exists(folder)) throw new CommandException(ExitCode.Usage, $"{path}: there is no folder {Path.GetDirectoryName(path)} — make it first");
    }

    /// <exception cref="CommandException">The file cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        try
        {
            AtomicFile.Write(path, write);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Usage, $"{path}: cannot be written: {problem.Message}");
        }
    }
}
