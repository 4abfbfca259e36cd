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
        using StreamWriter full = new(new FullDisk(), Encoding.UTF8) { AutoFlush = true };
        using ForgivingWriter forgiving = new(full);
        forgiving.WriteLine("progress");
        forgiving.Write('!');
        forgiving.Flush();
        Assert.Throws<IOException>(() => full.Write("?"));
    }

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left on device");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");

        public override void Flush()
        {
        }
    }
}
