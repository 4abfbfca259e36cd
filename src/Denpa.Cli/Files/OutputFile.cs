using Denpa.Cli.Ends;

namespace Denpa.Cli.Files;

/// <summary>A file that a command writes: all of it or nothing, and a clear line when it cannot be.</summary>
internal static class OutputFile
{
    /// <summary>Refuses a path that could not be written, before work is done that could not be saved.</summary>
    /// <param name="path">The path.</param>
    /// <param name="force">Whether a write-protected file may be replaced.</param>
    /// <exception cref="CommandException">It could not.</exception>
    public static void RequireWritable(string path, bool force)
    {
        if (Cause(path, force) is { } cause) throw new CommandException(ExitCode.Usage, $"{path}: {cause}");
        Try(path, "cannot be written", () => AtomicFile.RequireWritable(path, force));
    }

    /// <summary>Writes the file; what a run that was killed while it wrote the same file has left goes away.</summary>
    /// <param name="path">The path.</param>
    /// <param name="force">Whether a write-protected file may be replaced.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="interruption">A request to end, which is not to wait for a pipe's reader.</param>
    /// <param name="problem">What to say when it cannot be written, before the system's reason.</param>
    /// <exception cref="CommandException">The file cannot be written, and is as it was; or the process was asked to end.</exception>
    public static void Write(
        string path, bool force, Action<Stream> write, Interruption interruption, string problem = "cannot be written")
    {
        Try(path, problem, () => Await(path, interruption, problem, () =>
        {
            AtomicFile.RemoveLeftovers(path);
            AtomicFile.Write(path, write, overwriteProtected: force);
        }));
    }

    /// <summary>Opens a file that grows while others read it, emptied of what it held.</summary>
    /// <param name="path">The path.</param>
    /// <param name="force">Whether a write-protected file may be emptied.</param>
    /// <param name="interruption">A request to end, which is not to wait for a pipe's reader.</param>
    /// <exception cref="CommandException">The file cannot be written, or the process was asked to end.</exception>
    public static Stream OpenToGrow(string path, bool force, Interruption interruption)
    {
        const string problem = "cannot be written";
        Stream? stream = null;
        Try(path, problem, () => Await(path, interruption, problem, () => stream = Open(FileDestination.Of(path), force)));
        return stream!;
    }

    /// <summary>Does what a pipe may keep waiting for ever; anything else is done at once.</summary>
    private static void Await(string path, Interruption interruption, string problem, Action action)
    {
        if (!FileDestination.Of(path).IsPassage) action();
        else if (!interruption.Await(action))
            throw new CommandException(interruption.ExitCode, $"{path}: {problem}: interrupted while nobody reads from it");
    }

    private static Stream Open(FileDestination destination, bool force)
    {
        if (destination.IsPassage) return destination.OpenPassage();
        using IDisposable? leave = force ? Unprotect(destination) : null;
        return new FileStream(destination.Path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    /// <summary>Lets the owner write to a file until the answer is disposed of; who has opened it by then can go on.</summary>
    private static ModeChange? Unprotect(FileDestination destination) =>
        destination.Status is { IsWriteProtected: true } && !OperatingSystem.IsWindows() ? new ModeChange(destination.Path) : null;

    /// <summary>What is wrong with a path, in words that say what to do; null when nothing is, or only the system knows.</summary>
    private static string? Cause(string path, bool force)
    {
        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (FileStatus.Of(path) is not { } status)
            return Directory.Exists(folder) ? null : $"there is no folder {Path.GetDirectoryName(path)} — make it first";
        if (status.Kind == FileKind.Folder) return "this is a folder — name a file in it";
        if (FileDestination.TryOf(path) is { IsPassage: true }) return null;
        if (status.Kind is FileKind.Socket or FileKind.BlockDevice) return $"this is {FileKinds.NameOf(status.Kind)} — name a file";
        return status.IsWriteProtected && !force ? "the file is write-protected — name another file, or say --force" : null;
    }

    private static void Try(string path, string problem, Action action)
    {
        try
        {
            action();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            string reason = cause.Message.ReplaceLineEndings(" ");
            string place = $"{path}: ";
            if (reason.StartsWith(place, StringComparison.Ordinal)) reason = reason[place.Length..];

            // The system says the path once more behind its reason.
            if (reason.EndsWith('\'') && reason.IndexOf(" : '", StringComparison.Ordinal) is > 0 and var end) reason = reason[..end];
            throw new CommandException(ExitCode.Usage, $"{path}: {problem}: {reason}");
        }
    }

    private sealed class ModeChange : IDisposable
    {
        private readonly string path;
        private readonly UnixFileMode before;

        [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
        public ModeChange(string path)
        {
            (this.path, before) = (path, File.GetUnixFileMode(path));
            File.SetUnixFileMode(path, before | UnixFileMode.UserWrite);
        }

        public void Dispose()
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, before);
        }
    }
}
