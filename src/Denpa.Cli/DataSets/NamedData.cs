using Denpa.Cli.Ends;
using Denpa.Cli.Files;
using Denpa.Cli.Output;
using Denpa.Tables;

namespace Denpa.Cli.DataSets;

/// <summary>The DATA of a command: a file, standard input, or the name of a dataset that is built in or made.</summary>
internal static class NamedData
{
    /// <summary>Every reading of a made set by its name gives the rows of this seed.</summary>
    private const ulong Seed = 0;

    /// <summary>The set that a word names, where there is no file of that name; else null.</summary>
    public static DataSet? SetOf(string? path) => path is null or "-" || Path.Exists(path) ? null : Catalog.Find(path);

    /// <summary>The table of a file, of standard input for -, or of a set; the digits for null.</summary>
    /// <param name="path">The word of the command line.</param>
    /// <param name="options">How a file is read.</param>
    /// <param name="isQuiet">Whether nothing is to be said of a set.</param>
    /// <exception cref="CommandException">There is neither a file nor a set of that name, or the set must be fetched first.</exception>
    public static Table Read(string? path, TableOptions options, bool isQuiet)
    {
        if (SetOf(path) is not { } set)
        {
            if (path is not (null or "-") && !Path.Exists(path)) throw new CommandException(ExitCode.Data, Missing(path));
            if (path is not null && FileContent.IsModel(path))
                throw new CommandException(ExitCode.Data, $"{path}: this is a model, not a table — name a CSV file");
            return DataInput.Read(path, options);
        }

        string note = $"there is no file {path}, so the dataset {set.Name} is taken";
        switch (set)
        {
            case BuiltInSet builtIn:
                if (!isQuiet) Log.Note($"{note}, which is built in");
                return builtIn.Read();
            case MadeSet made:
                if (!isQuiet) Log.Note($"{note}, made with seed {Seed}");
                return Table(made);
            default:
                throw new CommandException(ExitCode.Data, $"{set.Name} is {set.Origin}, as files of images — use {set.Command}");
        }
    }

    private static Table Table(MadeSet set)
    {
        using MemoryStream csv = new();
        set.Write(csv, set.DrawUsual(Seed));
        csv.Position = 0;
        return Tables.Table.Read(csv, set.Name, new TableOptions { Delimiter = ',', HasHeader = true });
    }

    private static string Missing(string path)
    {
        string problem = $"{path}: there is no such file";
        if (Catalog.Find(Path.GetFileNameWithoutExtension(path)) is BuiltInSet or MadeSet)
            return $"{problem} — denpa data make {Path.GetFileNameWithoutExtension(path)} -o {CommandText.File(path)} makes it";
        if (NearestFile(path) is { } file) return $"{problem} — did you mean {file}?";
        bool isName = Path.GetFileName(path) == path && !Path.HasExtension(path);
        if (!isName) return $"{problem} — check the path";
        return Catalog.Meant(path, Catalog.All) is { } meant
            ? $"{problem} — did you mean {meant}?"
            : $"{problem}, and no dataset has that name — check the path; denpa data list shows the datasets";
    }

    /// <summary>A file beside the one that is not there, of a similar name; null where there is none.</summary>
    private static string? NearestFile(string path)
    {
        const int most = 10_000;
        string folder = Path.GetDirectoryName(path) is { Length: > 0 } given ? given : ".";
        try
        {
            IEnumerable<string> files = Directory.EnumerateFiles(folder).Take(most).Select(file => Path.GetFileName(file));
            return Spelling.Nearest(Path.GetFileName(path), files) is { } nearest
                ? Path.Combine(Path.GetDirectoryName(path) ?? "", nearest)
                : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
