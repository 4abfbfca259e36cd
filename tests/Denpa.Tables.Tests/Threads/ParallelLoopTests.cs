namespace Denpa.Tables.Tests;

public sealed class ParallelLoopTests
{
    /// <summary>Only what stands still takes so long.</summary>
    private static readonly TimeSpan Forever = TimeSpan.FromMinutes(2);

    public static TheoryData<int> Limits => [.. Enumerable.Range(1, Environment.ProcessorCount)];

    [Theory]
    [MemberData(nameof(Limits))]
    public void As_many_threads_as_the_limit_are_at_work_and_no_more(int limit)
    {
        using IDisposable threads = Workers.Limit(limit);
        using CountdownEvent met = new(limit);
        CancellationToken token = TestContext.Current.CancellationToken;
        int[] atWork = new int[2000];
        int now = 0;
        ParallelLoop.For(atWork.Length, i =>
        {
            atWork[i] = Interlocked.Increment(ref now);
            if (!met.IsSet && !met.Signal()) Assert.True(met.Wait(Forever, token), "too few threads have come");
            Thread.SpinWait(100);
            Interlocked.Decrement(ref now);
        });

        Assert.Equal(limit, atWork.Max());
    }

    [Fact]
    public void A_loop_inside_of_another_stays_on_its_thread()
    {
        (int[]? outer, int[,]? inner) = (new int[20], new int[20, 20]);
        ParallelLoop.For(20, i =>
        {
            outer[i] = Environment.CurrentManagedThreadId;
            ParallelLoop.For(20, j => inner[i, j] = Environment.CurrentManagedThreadId);
        });

        for (int i = 0; i < 20; i++)
            for (int j = 0; j < 20; j++) Assert.Equal(outer[i], inner[i, j]);
    }

    [Fact]
    public void After_a_loop_that_failed_the_next_one_has_helpers_again()
    {
        Assert.Throws<InvalidOperationException>(() => ParallelLoop.For(2, _ => throw new InvalidOperationException()));
        Assert.Equal(Workers.Count - 1, Helpers.Allowed);
    }

    [Fact]
    public void Every_piece_is_done_once_and_the_first_failure_in_order_is_said()
    {
        int[] runs = new int[500];
        ParallelLoop.For(runs.Length, i => Interlocked.Increment(ref runs[i]));
        Assert.All(runs, times => Assert.Equal(1, times));
        ParallelLoop.For(0, _ => throw new InvalidOperationException());

        InvalidOperationException problem = Assert.Throws<InvalidOperationException>(() => ParallelLoop.For(100, i =>
        {
            if (i % 30 == 17) throw new InvalidOperationException($"{i}");
        }));
        Assert.Equal("17", problem.Message);
    }

    [Fact]
    public void A_loop_may_run_inside_of_another()
    {
        long sum = 0L;
        ParallelLoop.For(20, i => ParallelLoop.For(20, j => Interlocked.Add(ref sum, i * j)));
        Assert.Equal(190L * 190, sum);
    }
}
