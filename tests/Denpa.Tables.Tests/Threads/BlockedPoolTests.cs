using System.Text;

namespace Denpa.Tables.Tests;

/// <summary>A server whose every pool thread waits for a table to be read.</summary>
public sealed class BlockedPoolTests
{
    /// <summary>Many more than the pool would add while the test runs.</summary>
    private const int Blockers = 2000;

    /// <summary>Only what stands still takes so long.</summary>
    private static readonly TimeSpan Forever = TimeSpan.FromMinutes(2);

    [Fact]
    public void Reading_and_encoding_go_on_where_every_thread_of_the_pool_is_blocked()
    {
        const int rows = 400_000;
        IEnumerable<string> lines = Enumerable.Range(0, rows).Select(row => $"{row % 1000}.5,{row % 7}\n");
        byte[] text = Encoding.UTF8.GetBytes("x,y\n" + string.Concat(lines));
        Table? table = null;
        float[]? features = null;
        Thread reader = new(() =>
        {
            table = new TableLoader("t.csv", TableOptions.Default, helpers: 3).Read(new MemoryStream(text));
            TableUnderstanding understanding = TableUnderstanding.Of(table, new UnderstandingOptions { Target = "y" });
            TableSchema schema = TableSchema.Fit(table, understanding, understanding.LabelledRows);
            features = schema.EncodeFeatures<float>(table, understanding.LabelledRows);
        })
        { IsBackground = true };

        using ManualResetEventSlim release = new();
        using CountdownEvent blocked = new(Blockers);
        int started = 0;
        for (int i = 0; i < Blockers; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ =>
            {
                Interlocked.Increment(ref started);
                release.Wait();
                blocked.Signal();
            }, state: null);
        }

        ThreadPool.GetMinThreads(out int threads, out int _);
        SpinWait.SpinUntil(() => Volatile.Read(ref started) >= threads);
        try
        {
            reader.Start();
            Assert.True(reader.Join(Forever), "the reader stands still");
        }
        finally
        {
            release.Set();
            blocked.Wait(TestContext.Current.CancellationToken);
        }

        Assert.Equal(rows, table!.RowCount);
        Assert.Equal(rows, features!.Length);
    }
}
