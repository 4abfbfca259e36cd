using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

/// <summary>The tests of who works on what have the pool to themselves: beside others, a loop may find the workers taken.</summary>
[CollectionDefinition(nameof(WorkerPoolTests), DisableParallelization = true)]
public sealed class WorkerPoolAlone;

[Collection(nameof(WorkerPoolTests))]
public sealed class WorkerPoolTests
{
    private const long Large = long.MaxValue;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(7, 7)]
    [InlineData(8, 7)]
    [InlineData(1000, 1)]
    [InlineData(1000, 33)]
    [InlineData(3, int.MaxValue)]
    public void Every_index_is_run_once_in_chunks_that_start_at_multiples_of_the_chunk_length(int length, int chunkLength)
    {
        for (int threads = 1; threads <= 4; threads++)
        {
            using IDisposable limit = Workers.Limit(threads);
            int[] visits = new int[length];
            WorkerPool.For(length, chunkLength, new Each((start, end) =>
            {
                Assert.Equal(0, start % chunkLength);
                Assert.Equal(Math.Min(chunkLength, length - start), end - start);
                for (int i = start; i < end; i++)
                    Interlocked.Increment(ref visits[i]);
            }), Large);
            Assert.All(visits, count => Assert.Equal(1, count));
        }
    }

    [Fact]
    public void An_interrupt_reaches_the_caller_only_after_the_loop()
    {
        using Barrier bothAtWork = new(2);
        using ManualResetEventSlim callerIsDone = new();
        using ManualResetEventSlim workerMayEnd = new();
        int chunksDone = 0;
        int chunksDoneAtInterrupt = -1;
        Thread caller = new(() =>
        {
            int id = Environment.CurrentManagedThreadId;
            using IDisposable limit = Workers.Limit(2);
            WorkerPool.For(2, 1, new Each((_, _) =>
            {
                bothAtWork.SignalAndWait();
                if (Environment.CurrentManagedThreadId == id)
                    callerIsDone.Set();
                else
                    workerMayEnd.Wait(CancellationToken.None);
                Interlocked.Increment(ref chunksDone);
            }), Large);
            try
            {
                Thread.Sleep(Timeout.Infinite);
            }
            catch (ThreadInterruptedException)
            {
                chunksDoneAtInterrupt = chunksDone;
            }
        });
        caller.Start();
        callerIsDone.Wait(TestContext.Current.CancellationToken);
        SpinWait.SpinUntil(() => caller.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
        caller.Interrupt();
        workerMayEnd.Set();
        caller.Join();
        Assert.Equal(2, chunksDoneAtInterrupt);
    }

    [Fact]
    public void Work_that_costs_little_stays_on_the_caller()
    {
        HashSet<int> threads = ThreadsOf(chunks: 100, WorkerPool.SmallestParallelCost - 1);
        Assert.Equal([Environment.CurrentManagedThreadId], threads);
    }

    [Fact]
    public void A_limit_of_one_keeps_all_work_on_the_caller()
    {
        using IDisposable limit = Workers.Limit(1);
        Assert.Equal([Environment.CurrentManagedThreadId], ThreadsOf(chunks: 100, Large));
    }

    [Fact]
    public void As_many_threads_as_the_limit_says_work_at_the_same_time()
    {
        using IDisposable limit = Workers.Limit(3);
        // Each chunk waits for all the others to have begun: with fewer threads than chunks the loop would never end.
        using Barrier together = new(Workers.Count);
        HashSet<int> threads = new();
        WorkerPool.For(Workers.Count, 1, new Each((_, _) =>
        {
            lock (threads)
                threads.Add(Environment.CurrentManagedThreadId);
            together.SignalAndWait();
        }), Large);
        Assert.Equal(Workers.Count, threads.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Workers_park_when_loops_are_over(bool inReplay)
    {
        if (inReplay)
            WorkerPool.EnterReplay();
        WorkerPool.For(100, 1, new Each((_, _) => { }), Large);
        if (inReplay)
            WorkerPool.LeaveReplay();
        while (!SharedLoopRunner.IsParked)
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }

    [Fact]
    public void Workers_are_background_threads()
    {
        List<bool> background = new();
        int caller = Environment.CurrentManagedThreadId;
        using Barrier together = new(Workers.Count);
        WorkerPool.For(Workers.Count, 1, new Each((_, _) =>
        {
            if (Environment.CurrentManagedThreadId != caller)
            {
                lock (background)
                    background.Add(Thread.CurrentThread.IsBackground);
            }

            together.SignalAndWait();
        }), Large);
        Assert.Equal(Workers.Count - 1, background.Count);
        Assert.DoesNotContain(false, background);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void The_exception_of_the_lowest_failing_chunk_reaches_the_caller(int threads)
    {
        using IDisposable limit = Workers.Limit(threads);
        for (int round = 0; round < 50; round++)
        {
            InvalidDataException error = Assert.Throws<InvalidDataException>(() => WorkerPool.For(100, 1, new Each((start, _) =>
            {
                if (start >= 20)
                    throw new InvalidDataException($"chunk {start}");
            }), Large));
            Assert.Equal("chunk 20", error.Message);
        }
    }

    [Fact]
    public void An_exception_arrives_after_every_worker_has_left_the_loop()
    {
        for (int round = 0; round < 50; round++)
        {
            int inside = 0;
            Assert.Throws<InvalidDataException>(() => WorkerPool.For(8, 1, new Each((start, _) =>
            {
                Interlocked.Increment(ref inside);
                try
                {
                    Thread.SpinWait(2_000);
                    if (start == 0)
                        throw new InvalidDataException();
                }
                finally
                {
                    Interlocked.Decrement(ref inside);
                }
            }), Large));
            Assert.Equal(0, inside);
        }
    }

    [Fact]
    public void After_an_exception_the_pool_works_on()
    {
        Assert.Throws<InvalidDataException>(() => WorkerPool.For(8, 1, new Each((_, _) => throw new InvalidDataException()), Large));
        As_many_threads_as_the_limit_says_work_at_the_same_time();
    }

    [Fact]
    public void A_loop_inside_a_loop_stays_on_the_thread_that_starts_it()
    {
        int wanderers = 0;
        WorkerPool.For(8, 1, new Each((_, _) =>
        {
            int outer = Environment.CurrentManagedThreadId;
            WorkerPool.For(8, 1, new Each((_, _) =>
            {
                if (Environment.CurrentManagedThreadId != outer)
                    Interlocked.Increment(ref wanderers);
            }), Large);
        }), Large);
        Assert.Equal(0, wanderers);
    }

    [Fact]
    public void A_second_concurrent_caller_works_on_its_own_thread()
    {
        using ManualResetEventSlim firstIsIn = new();
        using ManualResetEventSlim secondIsDone = new();
        Thread first = new(() => WorkerPool.For(2, 1, new Each((_, _) =>
        {
            firstIsIn.Set();
            secondIsDone.Wait();
        }), Large));
        first.Start();
        firstIsIn.Wait(TestContext.Current.CancellationToken);
        HashSet<int> threads = ThreadsOf(chunks: 100, Large);
        secondIsDone.Set();
        first.Join();
        // Where there is one processor the first caller has no workers either, and nothing is shared.
        Assert.Equal([Environment.CurrentManagedThreadId], threads);
    }

    [Fact]
    public void Many_callers_at_once_each_get_their_own_sums()
    {
        Parallel.For(0, 200, caller =>
        {
            long[] parts = new long[50];
            WorkerPool.For(parts.Length, 1, new Each((start, _) => parts[start] = (long)caller * start), Large);
            Assert.Equal((long)caller * 1225, parts.Sum());
        });
    }

    [Fact]
    public void The_async_local_values_of_a_caller_do_not_stay_on_the_workers()
    {
        AsyncLocal<string?> flow = new() { Value = "caller" };
        int caller = Environment.CurrentManagedThreadId;
        List<string?> seen = new();
        using Barrier together = new(Workers.Count);
        WorkerPool.For(Workers.Count, 1, new Each((_, _) =>
        {
            if (Environment.CurrentManagedThreadId != caller)
            {
                lock (seen)
                    seen.Add(flow.Value);
            }

            together.SignalAndWait();
        }), Large);
        Assert.All(seen, Assert.Null);
    }

    private static HashSet<int> ThreadsOf(int chunks, long cost)
    {
        HashSet<int> threads = new();
        WorkerPool.For(chunks, 1, new Each((_, _) =>
        {
            lock (threads)
                threads.Add(Environment.CurrentManagedThreadId);
        }), cost);
        return threads;
    }

    private readonly struct Each(Action<int, int> action) : IRangeBody
    {
        public void Run(int start, int end) => action(start, end);
    }
}
