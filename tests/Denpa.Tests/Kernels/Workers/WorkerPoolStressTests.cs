using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

[Collection(nameof(WorkerPoolTests))]
public sealed class WorkerPoolStressTests
{
    private const long Large = long.MaxValue;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void In_thousands_of_loops_back_to_back_every_index_is_run_once(int threads)
    {
        using IDisposable limit = Workers.Limit(threads);
        Random random = new(threads);
        int[] visits = new int[300];
        for (int round = 0; round < 20_000; round++)
        {
            // Replays begin and end at random, so that workers are met awake, parked and in between.
            bool replayed = random.Next(8) > 0;
            int length = random.Next(visits.Length + 1);
            if (replayed)
                WorkerPool.EnterReplay();
            WorkerPool.For(length, random.Next(1, 40), new Count(visits), Large);
            if (replayed)
                WorkerPool.LeaveReplay();
            // Read without a barrier of its own: what the workers wrote is there when the loop is over.
            for (int i = 0; i < visits.Length; i++)
            {
                if (visits[i] != (i < length ? 1 : 0))
                    Assert.Fail($"round {round}: index {i} of {length} was run {visits[i]} times");
                visits[i] = 0;
            }
        }
    }

    [Fact]
    public void Loops_of_two_kinds_of_body_do_not_mix()
    {
        int[] visits = new int[64];
        long[] sums = new long[64];
        for (int round = 1; round <= 5_000; round++)
        {
            WorkerPool.EnterReplay();
            WorkerPool.For(round % 64 + 1, 1, new Count(visits), Large);
            WorkerPool.For(64, 3, new Add(sums, round), Large);
            WorkerPool.LeaveReplay();
        }

        Assert.All(sums, sum => Assert.Equal(5_000L * 5_001 / 2, sum));
        Assert.Equal(Enumerable.Range(1, 5_000).Sum(round => round % 64 + 1), visits.Sum());
    }

    [Fact]
    public void Callers_on_several_threads_each_get_all_their_indices_run_once()
    {
        (Thread caller, int[] visits)[] callers = Enumerable.Range(0, 4).Select(seed =>
        {
            int[] visits = new int[200];
            Thread caller = new(() =>
            {
                for (int round = 0; round < 5_000; round++)
                {
                    WorkerPool.EnterReplay();
                    WorkerPool.For(visits.Length, 1 + (round + seed) % 50, new Count(visits), Large);
                    WorkerPool.LeaveReplay();
                }
            });
            caller.Start();
            return (caller, visits);
        }).ToArray();
        foreach ((Thread? caller, int[]? visits) in callers)
        {
            caller.Join();
            Assert.All(visits, count => Assert.Equal(5_000, count));
        }
    }

    [Fact]
    public void Of_several_failing_chunks_the_lowest_is_reported_whoever_met_it()
    {
        Random random = new(7);
        for (int round = 0; round < 2_000; round++)
        {
            bool[] failing = new bool[60];
            for (int i = 0; i < 3; i++)
                failing[random.Next(failing.Length)] = true;
            WorkerPool.EnterReplay();
            InvalidDataException error = Assert.Throws<InvalidDataException>(
                () => WorkerPool.For(failing.Length, 1, new FailAt(failing), Large));
            WorkerPool.LeaveReplay();
            Assert.Equal($"chunk {Array.IndexOf(failing, true)}", error.Message);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void After_the_last_loop_the_workers_park(bool replayed)
    {
        int[] visits = new int[64];
        if (replayed)
            WorkerPool.EnterReplay();
        WorkerPool.For(visits.Length, 1, new Count(visits), Large);
        if (replayed)
            WorkerPool.LeaveReplay();
        // Would wait for ever on a worker that stays awake.
        while (!SharedLoopRunner.IsParked)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            Thread.Yield();
        }
    }

    [Fact]
    public void Loops_allocate_nothing()
    {
        int[] visits = new int[64];
        Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Run()
        {
            for (int round = 0; round < 100; round++)
            {
                WorkerPool.EnterReplay();
                WorkerPool.For(visits.Length, 4, new Count(visits), Large);
                WorkerPool.LeaveReplay();
            }
        }
    }

    [Fact]
    public void Openings_in_a_row_differ_and_say_whether_to_stay_awake()
    {
        LoopNumber opening = new(int.MaxValue - 4);
        foreach (bool keepsAwake in (bool[])[true, true, false, false, true, false, true, true])
        {
            LoopNumber next = opening.Next(keepsAwake);
            Assert.NotEqual(opening, next);
            Assert.Equal(keepsAwake, next.KeepsWorkersAwake);
            opening = next;
        }
    }

    private readonly struct Count(int[] visits) : IRangeBody
    {
        public void Run(int start, int end)
        {
            for (int i = start; i < end; i++)
                visits[i]++;
        }
    }

    private readonly struct Add(long[] sums, int amount) : IRangeBody
    {
        public void Run(int start, int end)
        {
            for (int i = start; i < end; i++)
                sums[i] += amount;
        }
    }

    private readonly struct FailAt(bool[] failing) : IRangeBody
    {
        public void Run(int start, int end)
        {
            if (failing[start])
                throw new InvalidDataException($"chunk {start}");
        }
    }
}
