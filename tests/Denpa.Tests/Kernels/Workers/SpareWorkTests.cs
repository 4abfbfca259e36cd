using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

/// <summary>One work at a time is offered, so these tests have the pool to themselves, and no worker watches as they begin.</summary>
[Collection(nameof(WorkerPoolTests))]
public sealed class SpareWorkTests
{
    public SpareWorkTests() => SpinWait.SpinUntil(() => SharedLoopRunner.IsParked);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public void Who_finishes_does_every_piece_that_nobody_has_done(int pieces)
    {
        Counting work = new(pieces);
        work.Start();
        for (int i = 0; i < pieces / 3; i++)
            Assert.True(SpareWork.TakePart());
        work.End();
        Assert.All(work.Visits, visits => Assert.Equal(1, visits));
    }

    [Fact]
    public void There_is_nothing_to_take_before_the_beginning_and_after_the_end()
    {
        Counting work = new(3);
        Assert.False(SpareWork.TakePart());
        work.Start();
        work.End();
        Assert.False(SpareWork.TakePart());
    }

    [Fact]
    public void A_second_work_is_left_to_its_owner()
    {
        Counting first = new(2);
        Counting second = new(2);
        first.Start();
        second.Start();
        Assert.True(SpareWork.TakePart());
        Assert.Equal([1, 0], first.Visits);
        second.End();
        Assert.Equal([1, 1], second.Visits);
        first.End();
        Assert.Equal([1, 1], first.Visits);
    }

    [Fact]
    public void What_is_given_up_is_not_begun_any_more()
    {
        Counting work = new(3);
        work.Start();
        SpareWork.TakePart();
        work.GiveUp();
        Assert.False(SpareWork.TakePart());
        Assert.Equal([1, 0, 0], work.Visits);
    }

    [Fact]
    public void A_work_can_begin_again_once_it_is_finished_or_given_up()
    {
        Counting work = new(3);
        work.Start();
        work.End();
        work.Start();
        work.GiveUp();
        work.Start();
        work.End();
        Assert.Equal([2, 2, 2], work.Visits);
    }

    [Fact]
    public void A_failure_reaches_who_finishes_after_all_other_pieces_are_done()
    {
        Counting work = new(4) { Failing = 1 };
        work.Start();
        Assert.True(SpareWork.TakePart());
        Assert.True(SpareWork.TakePart());
        Assert.Throws<InvalidDataException>(work.End);
        Assert.Equal([1, 1, 1, 1], work.Visits);
        work.Failing = -1;
        work.Start();
        work.End();
        Assert.Equal([2, 2, 2, 2], work.Visits);
    }

    [Fact]
    public void However_many_threads_take_part_each_piece_is_done_once_before_the_end()
    {
        const int Rounds = 2000;
        Counting work = new(8);
        using CancellationTokenSource over = new();
        Thread[] helpers = [.. Enumerable.Range(0, 3).Select(_ => new Thread(() =>
        {
            while (!over.IsCancellationRequested)
                SpareWork.TakePart();
        }))];
        foreach (Thread helper in helpers)
            helper.Start();
        for (int round = 1; round <= Rounds; round++)
        {
            work.Start();
            work.End();
            Assert.All(work.Visits, visits => Assert.Equal(round, visits));
        }

        over.Cancel();
        foreach (Thread helper in helpers)
            helper.Join();
    }

    [Fact]
    public void Loops_and_spare_work_share_the_workers_and_lose_nothing()
    {
        const int Rounds = 500;
        Counting work = new(16);
        long sum = 0L;
        WorkerPool.EnterReplay();
        try
        {
            for (int round = 1; round <= Rounds; round++)
            {
                work.Start();
                for (int loop = 0; loop < 4; loop++)
                    WorkerPool.For(64, 1, new Adding(start => Interlocked.Add(ref sum, start)), long.MaxValue);
                work.End();
                Assert.All(work.Visits, visits => Assert.Equal(round, visits));
            }
        }
        finally
        {
            WorkerPool.LeaveReplay();
        }

        Assert.Equal(Rounds * 4L * (63 * 64 / 2), sum);
    }

    private sealed class Counting(int pieces) : SpareWork
    {
        public int[] Visits { get; } = new int[pieces];

        public int Failing { get; set; } = -1;

        public void Start() => Begin(Visits.Length);

        public void End() => Finish();

        public void GiveUp() => Abandon();

        protected override void Run(int piece)
        {
            Interlocked.Increment(ref Visits[piece]);
            if (piece == Failing)
                throw new InvalidDataException("a piece that fails");
        }
    }

    private readonly struct Adding(Action<int> add) : IRangeBody
    {
        public void Run(int start, int end) => add(start);
    }
}
