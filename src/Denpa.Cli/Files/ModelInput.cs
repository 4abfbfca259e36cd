using Denpa.Cli.Ends;
using Denpa.Tables;

namespace Denpa.Cli.Files;

/// <summary>The MODEL argument.</summary>
internal static class ModelInput
{
    /// <summary>What the model predicts that a file holds: an empty text for a file that holds none, null where there is no file.</summary>
    public static string? TargetOf(string path)
    {
        if (!File.Exists(path) || FileStatus.Of(path) is { Kind: not FileKind.Regular }) return null;
        try
        {
            return TableModel.Load(path).Schema.Target.Name;
        }
        catch (Exception problem) when (problem is InvalidFileException or IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <exception cref="CommandException">The file is not there or cannot be used.</exception>
    public static TableModel Load(string path)
    {
        try
        {
            return TableModel.Load(path);
        }
        catch (Exception problem) when (problem is InvalidFileException or IOException or UnauthorizedAccessException)
        {
            string message = problem switch
            {
                InvalidFileException when problem.Message.Contains(" — ", StringComparison.Ordinal) => problem.Message,
                InvalidFileException => $"{problem.Message} — give a model that denpa train saved, or a good copy of it",
                FileNotFoundException or DirectoryNotFoundException => $"{path}: no such model file — train one with: denpa train",
                _ when Directory.Exists(path) => $"{path}: this is a folder — name a model file",
                _ => $"{path}: {problem.Message}",
            };
            throw new CommandException(ExitCode.Model, message);
        }
    }
}
