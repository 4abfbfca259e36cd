using Denpa.Cli.Ends;

namespace Denpa.Cli.Output;

/// <summary>
/// The three streams that a process is given, or not: one that its caller has closed is never touched, since its number may stand for
/// a file of the runtime's own.
/// </summary>
internal static class StandardStreams
{
    private const int Input = 0;
    private const int Output = 1;
    private const int Error = 2;

    /// <summary>Standard output for pages, whose failure is told only when the work is done.</summary>
    /// <returns>What keeps the failure.</returns>
    public static ForgivingWriter Prepare()
    {
        Console.SetError(new ForgivingWriter(Descriptors.IsInherited(Error) ? Console.Error : TextWriter.Null));
        ForgivingWriter pages = new(Descriptors.IsInherited(Output) ? Console.Out : TextWriter.Null);
        Console.SetOut(pages);
        return pages;
    }

    /// <summary>Standard output for a document that a program reads.</summary>
    /// <exception cref="IOException">It is closed.</exception>
    public static Stream OpenOutput() => Descriptors.IsInherited(Output)
        ? Console.OpenStandardOutput()
        : throw new IOException("standard output is closed");

    /// <summary>Standard input as bytes.</summary>
    /// <exception cref="CommandException">It is closed.</exception>
    public static Stream OpenInput() => Descriptors.IsInherited(Input)
        ? Console.OpenStandardInput()
        : throw new CommandException(ExitCode.Data, "standard input is closed");
}
