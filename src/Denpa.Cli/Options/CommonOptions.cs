using System.CommandLine;

namespace Denpa.Cli.Options;

/// <summary>Options that every command has.</summary>
internal static class CommonOptions
{
    public static readonly Option<bool> Json = new("--json") { Description = "Print one JSON document on standard output, for programs" };

    public static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Say nothing but results and errors" };

    public static readonly Option<bool> Verbose = new("--verbose", "-v") { Description = "Say more, also of a fault in denpa itself" };

    /// <summary>For commands that write files.</summary>
    public static readonly Option<bool> Force = new("--force") { Description = "Also write over files that are write-protected" };

    /// <summary>For commands that compute for long.</summary>
    public static readonly Option<int?> Threads = new("--threads")
    {
        Description = "Threads to use; all processors when left out",
        HelpName = "N",
        CustomParser = OptionParsers.Threads,
    };

    /// <summary>
    /// The parser would take a word true or false behind a flag for its value, where a person means a file of that name.
    /// </summary>
    public static void RefuseValuesOfFlags(Command command)
    {
        foreach (Option option in command.Options.Where(OptionWords.IsFlag)) option.Arity = ArgumentArity.Zero;
        foreach (Command each in command.Subcommands) RefuseValuesOfFlags(each);
    }

    public static void AddTo(Command command)
    {
        command.Options.Add(Json);
        command.Options.Add(Quiet);
        command.Options.Add(Verbose);
    }
}
