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
    private bool currentIsDamaged;

    /// <summary>Opens a folder, which is made if need be, and keeps other runs out of it.</summary>
    /// <param name="directory">The folder.</param>
    /// <exception cref="CheckpointException">Another run is using the folder.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    /// <exception cref="IOException">The folder cannot be made or written.</exception>
    public CheckpointStore(string directory)
    {
        Directory = System.IO.Directory.CreateDirectory(directory).FullName;
        try
        {
            held = new FileStream(Path.Combine(Directory, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (IsInUse(error))
        {
            throw new CheckpointException($"checkpoints: another run is using {Directory}; give each run a folder of its own", error);
        }

        RemoveLeftovers();
    }

    /// <summary>The folder, as a full path.</summary>
    public string Directory { get; }

    private string Current => Path.Combine(Directory, CurrentName);

    private string Previous => Path.Combine(Directory, PreviousName);

    /// <summary>Writes a checkpoint. The latest becomes the previous one, unless it was found to be damaged.</summary>
    /// <exception cref="CheckpointException">The disk is full or cannot be written; the latest checkpoint that was there still is.</exception>
    public void Save(Checkpoint checkpoint)
    {
        try
        {
            AtomicFile.Write(Current, checkpoint.Write, currentIsDamaged ? null : Previous);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            string reason = error.Message.ReplaceLineEndings(" ");
            throw new CheckpointException($"checkpoints: cannot be written: {reason}; what was saved before it is whole, to go on from", error);
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
            throw new InvalidFileException(damage.File, damage.Place, $"{damage.Reason}; and the checkpoint before it, {error.Message}", error);
        }
    }

    /// <summary>Whether a file could not be opened because another process holds it: the system's numbers for that.</summary>
    private static bool IsInUse(IOException error)
    {
        const int sharingViolation = 32;
        const int linuxWouldBlock = 11;
        const int macWouldBlock = 35;
        return (error.HResult & 0xFFFF) is sharingViolation or linuxWouldBlock or macWouldBlock;
    }

    /// <summary>Removes what a run that was killed while it wrote has left.</summary>
    private void RemoveLeftovers()
    {
        foreach (string leftover in System.IO.Directory.GetFiles(Directory, $".{CurrentName}.*")) File.Delete(leftover);
    }
}
