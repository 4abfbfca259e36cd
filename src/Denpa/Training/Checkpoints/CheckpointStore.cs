namespace Denpa;

/// <summary>
/// A folder with a run's latest checkpoint and the one before it, which one run at a time may use. Each is written to a temporary
/// file, flushed and renamed, so that at least one is whole at any moment.
/// </summary>
public sealed class CheckpointStore : IDisposable
{
    private const string CurrentName = "checkpoint.safetensors";
    private const string PreviousName = "checkpoint.previous.safetensors";
    private const string LockName = "checkpoint.lock";

    private readonly FileStream held;
    private readonly FileStatus? lockAsTaken;
    private bool currentIsDamaged;

    /// <summary>Opens a folder, which is made if need be, and keeps other runs out of it.</summary>
    /// <param name="directory">The folder.</param>
    /// <exception cref="CheckpointException">
    /// Another run is using the folder, or one of its names stands for what is not to be replaced.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    /// <exception cref="IOException">The folder cannot be made or written.</exception>
    public CheckpointStore(string directory)
    {
        Directory = System.IO.Directory.CreateDirectory(directory).FullName;
        foreach (string file in FilesIn(Directory)) RequireReplaceable(file);
        try
        {
            held = new FileStream(Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (FileLock.IsHeldByAnother(error))
        {
            throw new CheckpointException($"checkpoints: another run is using {Directory}; give each run a folder of its own", error);
        }

        lockAsTaken = FileStatus.Of(Lock);
        AtomicFile.RemoveLeftovers(Current);
    }

    /// <summary>The folder, as a full path.</summary>
    public string Directory { get; }

    private string Lock => Path.Combine(Directory, LockName);

    private string Current => Path.Combine(Directory, CurrentName);

    private string Previous => Path.Combine(Directory, PreviousName);

    /// <summary>The files that a store makes in a folder.</summary>
    /// <param name="directory">The folder.</param>
    internal static IReadOnlyList<string> FilesIn(string directory) =>
        [Path.Combine(directory, CurrentName), Path.Combine(directory, PreviousName), Path.Combine(directory, LockName)];

    /// <summary>Writes a checkpoint. The latest becomes the previous one, unless it was found to be damaged.</summary>
    /// <exception cref="CheckpointException">
    /// The disk is full or cannot be written, and the latest checkpoint that was there still is; or the lock is gone, so that another run
    /// may have the folder.
    /// </exception>
    public void Save(Checkpoint checkpoint)
    {
        if (FileStatus.Of(Lock)?.Identity != lockAsTaken?.Identity)
        {
            throw new CheckpointException(
                $"checkpoints: {Lock}, which this run held, is gone; another run may be using the folder, so nothing is written into it");
        }

        try
        {
            AtomicFile.Write(Current, checkpoint.Write, currentIsDamaged ? null : Previous);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            string before = File.Exists(Current) || File.Exists(Previous)
                ? "what was saved before it is whole, to go on from"
                : "there is none before it to go on from";
            throw new CheckpointException($"checkpoints: cannot be written: {error.Message.ReplaceLineEndings(" ")}; {before}", error);
        }

        currentIsDamaged = false;
    }

    /// <summary>Reads the latest checkpoint, or the one before it when the latest is damaged.</summary>
    /// <param name="notice">Why it is not the latest; null when it is, or when there is none.</param>
    /// <returns>The checkpoint, or null when the folder has none.</returns>
    /// <exception cref="InvalidFileException">Each checkpoint in the folder is damaged.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public Checkpoint? TryLoadLatest(out string? notice)
    {
        notice = null;
        if (!File.Exists(Current))
        {
            if (!File.Exists(Previous)) return null;
            notice = $"{Current} is missing; going on from the checkpoint before it";
            return Checkpoint.Read(Previous);
        }

        try
        {
            return Checkpoint.Read(Current);
        }
        catch (InvalidFileException damage) when (File.Exists(Previous))
        {
            currentIsDamaged = true;
            notice = $"{damage.Message}; going on from the checkpoint before it";
            return ReadPrevious(damage);
        }
    }

    /// <summary>Lets other runs use the folder.</summary>
    public void Dispose() => held.Dispose();

    private Checkpoint ReadPrevious(InvalidFileException damage)
    {
        try
        {
            return Checkpoint.Read(Previous);
        }
        catch (InvalidFileException error)
        {
            throw new InvalidFileException(
                damage.File, damage.Place, $"{damage.Reason}; and the checkpoint before it, {error.Message}", error);
        }
    }

    /// <summary>Refuses what cannot or should not be replaced by a checkpoint, and what may never end when it is read.</summary>
    private static void RequireReplaceable(string path)
    {
        if (FileStatus.Of(path) is not { } status) return;
        string? problem = status switch
        {
            { Kind: not FileKind.Regular } => $"is {FileKinds.NameOf(status.Kind)}, where a file is to be",
            { IsWriteProtected: true } => "is write-protected",
            _ => !path.EndsWith(LockName, StringComparison.Ordinal) && HoldsOtherTensors(path)
                ? "holds a model or other tensors and no checkpoint"
                : null,
        };
        if (problem is not null)
            throw new CheckpointException($"checkpoints: {path} {problem}; take it away, or give the run another folder");
    }

    /// <summary>Whether it is whole and somebody else's: a damaged file may have been a checkpoint.</summary>
    private static bool HoldsOtherTensors(string path)
    {
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return !SafeTensorsHeaderReader.Read(stream, path).Metadata.ContainsKey(Checkpoint.StateKey);
        }
        catch (InvalidFileException)
        {
            return false;
        }
    }
}
