using Denpa.Cli.Ends;
using Denpa.Cli.Output;

namespace Denpa.Cli.Files;

/// <summary>The folder of <c>--checkpoint</c>.</summary>
internal static class CheckpointInput
{
    /// <exception cref="CommandException">The folder cannot be used, or another run is using it.</exception>
    public static CheckpointStore Open(string folder)
    {
        try
        {
            return new CheckpointStore(folder);
        }
        catch (CheckpointException problem)
        {
            throw new CommandException(ExitCode.Data, $"--checkpoint: {problem.Message}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(
                ExitCode.Data, $"--checkpoint: {folder} cannot hold checkpoints: {problem.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>The checkpoint to go on from; null when there is none, or when a fresh run was asked for.</summary>
    /// <exception cref="CommandException">Every checkpoint in the folder is damaged.</exception>
    public static Checkpoint? Load(CheckpointStore store, bool resume)
    {
        try
        {
            Checkpoint? latest = store.TryLoadLatest(out string? notice);
            if (resume && notice is not null) Log.Note(notice);
            if (!resume && latest is not null)
                Log.Note($"{store.Directory} has a checkpoint, which this run replaces; --resume would go on from it");
            return resume ? latest : null;
        }
        catch (InvalidFileException) when (!resume)
        {
            return null;
        }
        catch (InvalidFileException problem)
        {
            throw new CommandException(ExitCode.Data, $"--resume: {problem.Message} — without --resume the run starts afresh");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(
                ExitCode.Data, $"--resume: the checkpoint cannot be read: {problem.Message.ReplaceLineEndings(" ")}");
        }
    }
}
