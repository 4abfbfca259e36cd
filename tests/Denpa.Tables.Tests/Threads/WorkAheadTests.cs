namespace Denpa.Tables.Tests;

public sealed class WorkAheadTests
{
    /// <summary>Only what stands still takes so long.</summary>
    private static readonly TimeSpan Forever = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    public void Outcomes_come_in_whatever_order_they_are_asked_for(int helpers)
    {
        WorkAhead<int> ahead = new(helpers);
        WorkAhead<int>.Piece[] pieces = Enumerable.Range(0, 200).Select(i => ahead.Begin(() => i * i)).ToArray();

        for (int i = 199; i >= 0; i--) Assert.Equal(i * i, pieces[i].Outcome());
        Assert.Equal(49, pieces[7].Outcome());
    }

    [Fact]
    public void What_a_piece_throws_reaches_whoever_asks()
    {
        WorkAhead<int> ahead = new(2);
        WorkAhead<int>.Piece[] pieces = Enumerable.Range(0, 20)
            .Select(i => ahead.Begin(() => i == 3 ? throw new InvalidDataException("three") : i))
            .ToArray();

        Assert.Equal("three", Assert.Throws<InvalidDataException>(() => pieces[3].Outcome()).Message);
        Assert.Equal(4, pieces[4].Outcome());
    }

    [Fact]
    public void Abandoned_work_is_not_done_later()
    {
        int runs = 0;
        WorkAhead<int>.Piece piece = new WorkAhead<int>(0).Begin(() => ++runs);
        piece.Abandon();

        Assert.False(piece.TryRun());
        Assert.Equal(0, runs);
    }

    [Fact]
    public void Who_waits_for_an_outcome_does_other_pieces_meanwhile()
    {
        using ManualResetEventSlim isBegun = new();
        using ManualResetEventSlim isOtherDone = new();
        WorkAhead<bool> ahead = new(helpers: 1);
        WorkAhead<bool>.Piece first = ahead.Begin(() =>
        {
            isBegun.Set();
            return isOtherDone.Wait(Forever, TestContext.Current.CancellationToken);
        });
        WorkAhead<bool>.Piece other = ahead.Begin(() =>
        {
            isOtherDone.Set();
            return true;
        });
        Assert.True(isBegun.Wait(Forever, TestContext.Current.CancellationToken), "no helper has come");

        Assert.True(first.Outcome());
        Assert.True(other.Outcome());
    }
}
