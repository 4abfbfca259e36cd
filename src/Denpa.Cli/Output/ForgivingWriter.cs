using System.Text;

namespace Denpa.Cli.Output;

/// <summary>
/// Writes what it can: a log or a page that cannot be written any more, as on a full disk, is no reason to lose the work that it speaks
/// of.
/// </summary>
internal sealed class ForgivingWriter(TextWriter writer) : TextWriter
{
    public override Encoding Encoding => writer.Encoding;

    /// <summary>Why something could not be written; null when all was.</summary>
    public string? Problem { get; private set; }

    public override void Write(char value) => Try(() => writer.Write(value));

    public override void Write(string? value) => Try(() => writer.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => writer.Write(buffer, index, count));

    public override void WriteLine(string? value) => Try(() => writer.WriteLine(value));

    public override void Flush() => Try(writer.Flush);

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Problem ??= problem.Message.ReplaceLineEndings(" ");
        }
    }
}
