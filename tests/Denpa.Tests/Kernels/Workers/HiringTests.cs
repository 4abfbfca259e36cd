using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

/// <summary>Workers whose threads are never really started.</summary>
public sealed class HiringTests
{
    private static readonly LoopNumber First = new(0);

    [Fact]
    public void Workers_are_made_as_they_are_asked_for_and_stay()
    {
        List<Thread> started = [];
        Hiring hiring = new(started.Add);
        Assert.Equal([0, 2, 1, 3], new[] { 0, 2, 1, 3 }.Select(helpers => hiring.Hire(helpers, First)));
        Assert.Equal(3, started.Count);
        Assert.Equal(["Denpa worker 1", "Denpa worker 2", "Denpa worker 3"], hiring.Workers.Select(worker => worker.Thread.Name));
        Assert.All(started, thread => Assert.True(thread.IsBackground));
    }

    [Fact]
    public void Where_there_is_no_room_for_a_thread_those_there_are_do_and_more_are_tried_for_later()
    {
        int room = 2;
        int tries = 0;
        Hiring hiring = new(_ =>
        {
            tries++;
            if (room-- <= 0)
                throw new InsufficientMemoryException();
        });
        Assert.Equal(2, hiring.Hire(5, First));
        Assert.Equal(3, tries);
        room = 10;
        for (int loop = 0; loop < Hiring.LoopsBetweenTries; loop++)
            Assert.Equal(2, hiring.Hire(5, First));
        Assert.Equal(3, tries);
        Assert.Equal(5, hiring.Hire(5, First));
        Assert.Equal(5, hiring.Workers.Length);
    }

    [Fact]
    public void Without_any_room_the_caller_is_alone()
    {
        Hiring hiring = new(_ => throw new InsufficientMemoryException());
        Assert.Equal(0, hiring.Hire(3, First));
        Assert.Empty(hiring.Workers);
    }

    [Fact]
    public void Where_the_platform_has_no_threads_the_caller_is_alone()
    {
        Hiring hiring = new(_ => throw new PlatformNotSupportedException());
        Assert.Equal(0, hiring.Hire(3, First));
        Assert.Empty(hiring.Workers);
    }

    [Fact]
    public void Another_failure_is_not_taken_for_a_lack_of_room() =>
        Assert.Throws<InvalidOperationException>(() => new Hiring(_ => throw new InvalidOperationException()).Hire(1, First));
}
