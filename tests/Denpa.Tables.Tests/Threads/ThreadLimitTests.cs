using System.Text;

namespace Denpa.Tables.Tests;

/// <summary>The limit on threads holds for all that is done with a table, and changes nothing of it.</summary>
public sealed class ThreadLimitTests
{
    private const int Rows = 200_000;

    /// <summary>Only what stands still takes so long.</summary>
    private static readonly TimeSpan Forever = TimeSpan.FromMinutes(2);

    private static readonly byte[] Text = Encoding.UTF8.GetBytes("x,kind,day,y\n" + string.Concat(Enumerable.Range(0, Rows)
        .Select(row => $"{row % 1000}.25,{(row % 3 == 0 ? "a" : row % 3 == 1 ? "b" : "c")},2024-02-{(row % 28) + 1:00},{row % 7}\n")));

    [Fact]
    public void Limited_to_one_thread_no_other_takes_part()
    {
        using IDisposable limit = Workers.Limit(1);
        Task others = Others();
        Work();

        Assert.False(others.IsCompleted);
    }

    [Fact]
    public async Task Without_a_limit_others_take_part()
    {
        Assert.SkipUnless(Workers.Count > 1, "there is one processor, or DENPA_THREADS says so");
        Task others = Others();
        Work();

        await others.WaitAsync(Forever, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Table_schema_and_inputs_are_the_same_to_the_bit_at_any_limit()
    {
        (string Fingerprint, string Schema, float[] Inputs) free = Work();
        using IDisposable limit = Workers.Limit(1);
        (string Fingerprint, string Schema, float[] Inputs) limited = Work();

        Assert.Equal(free.Fingerprint, limited.Fingerprint);
        Assert.Equal(free.Schema, limited.Schema);
        Assert.Equal(free.Inputs.Select(BitConverter.SingleToInt32Bits), limited.Inputs.Select(BitConverter.SingleToInt32Bits));
    }

    /// <summary>What is completed as soon as another thread enters the flow of control of the caller.</summary>
    private static Task Others()
    {
        int caller = Environment.CurrentManagedThreadId;
        TaskCompletionSource others = new();
        AsyncLocal<bool> flow = new(change =>
        {
            if (change is { ThreadContextChanged: true, CurrentValue: true } && Environment.CurrentManagedThreadId != caller)
                others.TrySetResult();
        });
        flow.Value = true;
        return others.Task;
    }

    private static (string Fingerprint, string Schema, float[] Inputs) Work()
    {
        Table table = Table.Read(new MemoryStream(Text), "t.csv");
        TableUnderstanding understanding = TableUnderstanding.Of(table, new UnderstandingOptions { Target = "y" });
        TableSchema schema = TableSchema.Fit(table, understanding, understanding.LabelledRows);
        float[] inputs = schema.EncodeFeatures<float>(table, understanding.LabelledRows);
        return (table.Fingerprint(["x", "kind", "day", "y"]), schema.ToJson(), inputs);
    }
}
