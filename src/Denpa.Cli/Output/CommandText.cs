namespace Denpa.Cli.Output;

/// <summary>Words of a command that is shown to be copied into a shell.</summary>
internal static class CommandText
{
    private const string Plain = "_-./:+=@%,~\\";

    /// <summary>A file's name as one word, quoted where a shell would take it apart; for standard input a stand-in.</summary>
    public static string File(string path)
    {
        if (path == DataInput.StandardInputName) return "DATA.csv";
        if (path.All(character => char.IsLetterOrDigit(character) || Plain.Contains(character))) return path;
        return OperatingSystem.IsWindows() ? $"\"{path}\"" : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
