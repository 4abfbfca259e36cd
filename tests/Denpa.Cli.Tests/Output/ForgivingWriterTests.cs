using System.Text;
using Denpa.Cli.Output;

namespace Denpa.Cli.Tests.Output;

public sealed class ForgivingWriterTests
{
    [Fact]
    public void What_can_be_written_is_written()
    {
        using StringWriter text = new();
        using ForgivingWriter forgiving = new(text);
        forgiving.Write('a');
        forgiving.Write("bc");
        forgiving.Write(['d', 'e', 'f'], 1, 1);
        forgiving.WriteLine("g");
        Assert.Equal($"abceg{Environment.NewLine}", text.ToString());
    }

    [Fact]
    public void A_disk_that_is_full_is_forgiven()
    {
        using FullDisk full = new();
        using ForgivingWriter forgiving = new(full);
        forgiving.Write('a');
        forgiving.Write("bc");
        forgiving.Write(['d', 'e', 'f'], 1, 1);
        forgiving.WriteLine("g");
        forgiving.Flush();
        Assert.Equal(5, full.Refused);
    }

    private sealed class FullDisk : TextWriter
    {
        public int Refused { get; private set; }

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Refuse();

        public override void Write(string? value) => Refuse();

        public override void Write(char[] buffer, int index, int count) => Refuse();

        public override void WriteLine(string? value) => Refuse();

        public override void Flush() => Refuse();

        private void Refuse()
        {
            Refused++;
            throw new IOException("No space left on device");
        }
    }
}
