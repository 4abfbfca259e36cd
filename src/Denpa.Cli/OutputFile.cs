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
        RefuseDevice(path);
        if (Directory.Exists(folder)) return;
        throw new CommandException(ExitCode.Usage, $"{path}: there is no folder {Path.GetDirectoryName(path)} — make it first");
    }

    /// <summary>Refuses a path that is one of the command's other files, which it would destroy.</summary>
    /// <exception cref="CommandException">It is.</exception>
    public static void RequireOther(string? path, params ReadOnlySpan<string?> others)
    {
        if (path is null) return;
        foreach (string? other in others)
        {
            if (other is null || Path.GetFullPath(other) != Path.GetFullPath(path)) continue;
            throw new CommandException(ExitCode.Usage, $"{path}: would be written over another file of this command — name another file");
        }
    }

    /// <summary>Writes the file; what a run that was killed while it wrote the same file has left goes away.</summary>
    /// <exception cref="CommandException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The process was asked to end; the file is as it was.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        RefuseDevice(path);
        using Interruption interruption = new();
        try
        {
            AtomicFile.RemoveLeftovers(path);
            AtomicFile.Write(path, stream =>
            {
                write(stream);
                interruption.Token.ThrowIfCancellationRequested();
            });
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Usage, $"{path}: cannot be written: {problem.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>A file takes the place of what stands at its path, which must not be a device.</summary>
    private static void RefuseDevice(string path)
    {
        string full = Path.GetFullPath(path);
        bool isDevice = !OperatingSystem.IsWindows()
            && full.StartsWith("/dev/", StringComparison.Ordinal)
            && !full.StartsWith("/dev/shm/", StringComparison.Ordinal);
        if (isDevice) throw new CommandException(ExitCode.Usage, $"{path}: this is a device — name a file");
    }
}
