namespace Denpa.Tests.Kernels;

public sealed class WorkersTests
{
    [Fact]
    public void There_are_never_more_workers_than_processors()
    {
        using (Workers.Limit(10_000))
            Assert.Equal(Environment.ProcessorCount, Workers.Count);
        Assert.InRange(Workers.Count, 1, Environment.ProcessorCount);
    }

    [Fact]
    public void A_limit_holds_until_its_scope_ends()
    {
        int before = Workers.Count;
        IDisposable scope = Workers.Limit(1);
        Assert.Equal(1, Workers.Count);
        scope.Dispose();
        Assert.Equal(before, Workers.Count);
    }

    [Fact]
    public void A_scope_that_ends_twice_ends_once()
    {
        using IDisposable outer = Workers.Limit(1);
        IDisposable inner = Workers.Limit(1);
        inner.Dispose();
        using IDisposable next = Workers.Limit(1);
        inner.Dispose();
        Assert.Equal(1, Workers.Count);
    }

    [Fact]
    public void Limits_that_end_in_the_wrong_order_leave_nothing_behind()
    {
        int before = Workers.Count;
        IDisposable outer = Workers.Limit(1);
        IDisposable inner = Workers.Limit(2);
        outer.Dispose();
        Assert.Equal(Math.Min(2, Environment.ProcessorCount), Workers.Count);
        inner.Dispose();
        Assert.Equal(before, Workers.Count);
    }

    [Fact]
    public void A_limit_inside_a_limit_never_raises_it()
    {
        using IDisposable outer = Workers.Limit(1);
        using IDisposable inner = Workers.Limit(4);
        Assert.Equal(1, Workers.Count);
    }

    [Fact]
    public async Task A_limit_goes_along_with_the_tasks_that_its_flow_starts_and_with_no_other()
    {
        int outside = Workers.Count;
        TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<int> limited = Task.Run(async () =>
        {
            using IDisposable limit = Workers.Limit(1);
            entered.SetResult();
            await seen.Task;
            return await Task.Run(() => Workers.Count);
        }, TestContext.Current.CancellationToken);
        await entered.Task;
        Assert.Equal(outside, Workers.Count);
        seen.SetResult();
        Assert.Equal(1, await limited);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void A_limit_below_one_is_refused(int threads)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => Workers.Limit(threads));
        Assert.StartsWith("workers: a limit of", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 8)]
    [InlineData("", 8)]
    [InlineData("1", 1)]
    [InlineData(" 3 ", 3)]
    [InlineData("64", 8)]
    public void The_environment_sets_the_default_up_to_the_number_of_processors(string? text, int expected)
        => Assert.Equal(expected, Workers.ReadDefault(text, processors: 8));

    [Theory]
    [InlineData("0")]
    [InlineData("-2")]
    [InlineData("four")]
    [InlineData("2.5")]
    [InlineData("99999999999")]
    public void An_environment_that_names_no_number_of_threads_is_an_error_that_shows_it(string text)
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Workers.ReadDefault(text, processors: 8));
        Assert.Contains($"DENPA_THREADS is \"{text}\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("all 8 processors", error.Message, StringComparison.Ordinal);
    }
}
