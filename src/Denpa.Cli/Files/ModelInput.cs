using Denpa.Cli.Ends;
using Denpa.Cli.Output;
using Denpa.Tables;

namespace Denpa.Cli.Files;

/// <summary>The MODEL argument.</summary>
internal static class ModelInput
{
    /// <summary>What to do where a model to start from is a table.</summary>
    public const string Start = "name a model that denpa train saved";

    /// <summary>What to do where a model to show is a table.</summary>
    public static string Show(string path) => $"for a table use: denpa data describe {CommandText.File(path)}";

    /// <summary>What to do where a model comes before a table, and the table stands in its place.</summary>
    /// <param name="command">The command.</param>
    /// <param name="path">What stands in the model's place.</param>
    /// <param name="other">What stands in the table's, or null.</param>
    public static string First(string command, string path, string? other) =>
        $"the model comes first: denpa {command} {(other is null or "-" ? "MODEL" : CommandText.File(other))} {CommandText.File(path)}";

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

    /// <param name="path">The path.</param>
    /// <param name="cure">What to do where the file is a table.</param>
    /// <exception cref="CommandException">The file is not there or cannot be used.</exception>
    public static TableModel Load(string path, string cure)
    {
        try
        {
            return TableModel.Load(path);
        }
        catch (Exception problem) when (problem is InvalidFileException or IOException or UnauthorizedAccessException)
        {
            string message = problem switch
            {
                InvalidFileException when FileContent.IsTable(path) => $"{path}: this is a table, not a model — {cure}",
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
