using System.Globalization;
using Spectre.Console;

namespace Denpa.Cli.Output;

/// <summary>The two streams as Spectre.Console sees them: width, colour, and whether a person watches.</summary>
internal static class Terminal
{
    private const int WidthOfFiles = 80;
    private const int Narrowest = 20;

    /// <summary>Standard output, for results.</summary>
    public static IAnsiConsole Results { get; } = Create(Console.Out, Console.IsOutputRedirected);

    /// <summary>Standard error, for progress and errors.</summary>
    public static IAnsiConsole Progress { get; } = Create(Console.Error, Console.IsErrorRedirected);

    /// <summary>Whether lines on standard error can be written over: a terminal, and nobody asked for sobriety.</summary>
    public static bool IsLive => Progress.Profile.Capabilities.Ansi;

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        bool plain = redirected || PlainText.IsAskedFor;
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (AskedWidth() is { } asked) console.Profile.Width = asked;
        else if (redirected) console.Profile.Width = WidthOfFiles;
        else if (console.Profile.Width < Narrowest) console.Profile.Width = Narrowest;
        return console;
    }

    /// <summary>What COLUMNS says, which counts before what the terminal is.</summary>
    private static int? AskedWidth() =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int columns)
            && columns > 0
            ? Math.Max(Narrowest, columns)
            : null;
}
