namespace Denpa.Tables.Tests;

public sealed class WorkAheadTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    public void Outcomes_come_in_whatever_order_they_are_asked_for(int helpers)
    {
        var ahead = new WorkAhead<int>(helpers);
        var pieces = Enumerable.Range(0, 200).Select(i => ahead.Begin(() => i * i)).ToArray();

        for (var i = 199; i >= 0; i--) Assert.Equal(i * i, pieces[i].Outcome());
        Assert.Equal(49, pieces[7].Outcome());
    }

    [Fact]
    public void What_a_piece_throws_reaches_whoever_asks()
    {
        var ahead = new WorkAhead<int>(2);
        var pieces = Enumerable.Range(0, 20).Select(i => ahead.Begin(() => i == 3 ? throw new InvalidDataException("three") : i)).ToArray();

        Assert.Equal("three", Assert.Throws<InvalidDataException>(() => pieces[3].Outcome()).Message);
        Assert.Equal(4, pieces[4].Outcome());
    }

    [Fact]
    public void Abandoned_work_is_not_done_later()
    {
        var runs = 0;
        var piece = new WorkAhead<int>.Piece(() => ++runs);
        piece.Abandon();

        Assert.False(piece.TryRun());
        Assert.Equal(0, runs);
    }

    [Fact]
    public void Every_piece_is_done_once_and_the_first_failure_in_order_is_said()
    {
        var runs = new int[500];
        SideBySide.For(runs.Length, i => Interlocked.Increment(ref runs[i]));
        Assert.All(runs, times => Assert.Equal(1, times));
        SideBySide.For(0, _ => throw new InvalidOperationException());

        var problem = Assert.Throws<InvalidOperationException>(() => SideBySide.For(100, i =>
        {
            if (i % 30 == 17) throw new InvalidOperationException($"{i}");
        }));
        Assert.Equal("17", problem.Message);
    }

    [Fact]
    public void Work_side_by_side_may_do_work_side_by_side()
    {
        var sum = 0L;
        SideBySide.For(20, i => SideBySide.For(20, j => Interlocked.Add(ref sum, i * j)));
        Assert.Equal(190L * 190, sum);
    }
}
