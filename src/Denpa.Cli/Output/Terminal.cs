using Spectre.Console;

namespace Denpa.Cli.Output;

/// <summary>The two streams as Spectre.Console sees them: width, colour, and whether a person watches.</summary>
internal static class Terminal
{
    /// <summary>Standard output, for results.</summary>
    public static IAnsiConsole Results { get; } = Create(Console.Out, Console.IsOutputRedirected);

    /// <summary>Standard error, for progress and errors.</summary>
    public static IAnsiConsole Progress { get; } = Create(Console.Error, Console.IsErrorRedirected);

    /// <summary>Whether lines on standard error can be written over: a terminal, and nobody asked for sobriety.</summary>
    public static bool IsLive => Progress.Profile.Capabilities.Ansi;

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        bool plain = redirected || IsSet("NO_COLOR") || IsSet("CI") || Environment.GetEnvironmentVariable("TERM") == "dumb";
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (redirected) console.Profile.Width = 80;
        return console;
    }

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
