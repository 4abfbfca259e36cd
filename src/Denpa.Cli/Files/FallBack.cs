using Denpa.Tables;

namespace Denpa.Cli.Files;

/// <summary>Where a model goes that cannot be written where it was to go, so that the training is not lost.</summary>
internal static class FallBack
{
    private const string Name = "model.safetensors";

    /// <summary>Saves the model beside the checkpoint if there is one, else in a new temporary folder.</summary>
    /// <param name="model">The model.</param>
    /// <param name="checkpoint">The folder of the checkpoint, or null.</param>
    /// <returns>The path; null when it can be written to neither.</returns>
    public static string? Save(TableModel model, string? checkpoint)
    {
        foreach (string folder in Folders(checkpoint))
        {
            string path = Path.Combine(folder, Name);
            try
            {
                if (File.Exists(path)) continue;
                model.Save(path);
                return path;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                continue;
            }
        }

        return null;
    }

    private static IEnumerable<string> Folders(string? checkpoint)
    {
        if (checkpoint is not null) yield return checkpoint;
        if (TemporaryFolder() is { } temporary) yield return temporary;
    }

    private static string? TemporaryFolder()
    {
        try
        {
            return Directory.CreateTempSubdirectory("denpa-").FullName;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
