using FsCheck;
using FsCheck.Fluent;

namespace Denpa.Tests.Data;

public sealed class SplitTests
{
    [Fact]
    public void Every_row_is_in_one_part_and_parts_have_the_sizes_asked_for()
    {
        SplitRows split = Split.Random(150, new Generator(1));
        Assert.Equal((120, 15, 15), (split.Training.Length, split.Validation.Length, split.Test.Length));
        Assert.Equal(Enumerable.Range(0, 150), All(split).Order());
    }

    [Fact]
    public void The_same_seed_gives_the_same_split_and_another_seed_another()
    {
        Assert.Equal(Split.Random(50, new Generator(2)).Test, Split.Random(50, new Generator(2)).Test);
        Assert.NotEqual(Split.Random(50, new Generator(2)).Test, Split.Random(50, new Generator(3)).Test);
    }

    [Fact]
    public void Each_class_is_shared_out_as_the_whole()
    {
        long[] classes = [.. Enumerable.Repeat(0L, 100), .. Enumerable.Repeat(5L, 50), .. Enumerable.Repeat(-1L, 10)];
        SplitRows split = Split.Stratified(classes, new Generator(4));
        Assert.Equal([(-1, 8), (0, 80), (5, 40)], CountByClass(split.Training, classes));
        Assert.Equal([(-1, 1), (0, 10), (5, 5)], CountByClass(split.Validation, classes));
        Assert.Equal([(-1, 1), (0, 10), (5, 5)], CountByClass(split.Test, classes));
    }

    [Fact]
    public void What_rounding_leaves_of_small_classes_evens_out_over_the_classes()
    {
        long[] classes = [.. Enumerable.Range(0, 100).Select(row => row / 5L)];
        SplitRows split = Split.Stratified(classes, new Generator(5));
        Assert.Equal((80, 10, 10), (split.Training.Length, split.Validation.Length, split.Test.Length));
    }

    [Fact]
    public void Any_split_is_a_partition_with_no_part_empty_and_each_class_in_training() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll<byte[], PositiveInt>((labels, seed) =>
        {
            long[] classes = [0, 0, 0, .. labels.Select(label => (long)(label % 7))];
            SplitRows split = Split.Stratified(classes, new Generator((ulong)seed.Item));
            Assert.Equal(Enumerable.Range(0, classes.Length), All(split).Order());
            Assert.NotEmpty(split.Validation);
            Assert.NotEmpty(split.Test);
            foreach ((long label, int size) in CountByClass([.. Enumerable.Range(0, classes.Length)], classes))
            {
                // Below that, a part may have been given a row because it was empty.
                if (classes.Length < 30) break;
                int training = split.Training.Count(row => classes[row] == label);
                Assert.InRange(training, Math.Max(1, Math.Floor(0.8 * size)), Math.Ceiling(0.8 * size));
            }
        }));

    [Fact]
    public void Rows_within_a_part_ascend()
    {
        SplitRows split = Split.Random(40, new Generator(6));
        Assert.All([split.Training, split.Validation, split.Test], part => Assert.Equal(part.Order(), part));
    }

    [Fact]
    public void A_part_of_zero_is_empty_and_parts_are_relative()
    {
        SplitRows split = Split.Random(10, new Generator(7), new SplitFractions(3, 0, 2));
        Assert.Equal((6, 0, 4), (split.Training.Length, split.Validation.Length, split.Test.Length));
    }

    [Fact]
    public void Three_rows_go_one_to_each_part()
    {
        SplitRows split = Split.Stratified([4, 4, 9], new Generator(8));
        Assert.Equal((1, 1, 1), (split.Training.Length, split.Validation.Length, split.Test.Length));
    }

    [Fact]
    public void Fewer_rows_than_parts_are_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Split.Random(2, new Generator(9)));
        Assert.Equal("split: 2 rows cannot be shared out over 3 parts that each need one; give more rows, or 0 for a part", error.Message);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, -0.1, 0)]
    [InlineData(double.NaN, 1, 1)]
    [InlineData(1, double.PositiveInfinity, 1)]
    public void Parts_that_make_no_sense_are_refused(double training, double validation, double test) =>
        Assert.Throws<ArgumentException>(() => new SplitFractions(training, validation, test));

    private static IEnumerable<int> All(SplitRows split) => [.. split.Training, .. split.Validation, .. split.Test];

    private static (long Class, int Count)[] CountByClass(int[] rows, long[] classes) =>
        [.. rows.GroupBy(row => classes[row]).Select(group => (group.Key, group.Count())).Order()];
}
