using System.Text;
using Denpa.Tables;

namespace Denpa.Robustness;

/// <summary>Tables of some megabytes, which are read in parts on several threads, are read and understood.</summary>
internal sealed class LongTableTarget : FuzzTarget
{
    public override string Name => "long-tables";

    /// <summary>The threads' own buffers are not counted.</summary>
    internal override long AllocationBound(int length) => 50_000_000 + (50L * length);

    internal override bool Accepts(byte[] file)
    {
        try
        {
            TableUnderstanding.Of(Table.Read(new MemoryStream(file), "table"), new UnderstandingOptions());
            return true;
        }
        catch (TableException)
        {
            return false;
        }
    }

    private protected override byte[][] MakeOriginals() =>
    [
        Encoding.UTF8.GetBytes(TableTarget.Mixed(rows: 70_000)),
        Encoding.UTF8.GetBytes("a;b\n" + string.Concat(Enumerable.Range(0, 300_000).Select(i => $"{i},5;{i % 7}\n"))),
    ];
}
