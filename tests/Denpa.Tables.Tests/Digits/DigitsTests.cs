namespace Denpa.Tables.Tests;

public sealed class DigitsTests
{
    [Fact]
    public void There_are_1797_images_of_64_pixels_between_0_and_1()
    {
        (float[]? pixels, long[]? labels) = Digits.Load();

        Assert.Equal(Digits.Count, labels.Length);
        Assert.Equal(Digits.Count * 64, pixels.Length);
        Assert.Equal((0f, 1f), (pixels.Min(), pixels.Max()));
    }

    [Fact]
    public void The_first_image_is_a_zero_with_these_first_rows()
    {
        (float[]? pixels, long[]? labels) = Digits.Load();

        Assert.Equal(0, labels[0]);
        Assert.Equal([0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0], pixels.Take(16).Select(pixel => pixel * 16));
    }

    [Fact]
    public void Each_digit_occurs_as_often_as_is_known()
    {
        IOrderedEnumerable<KeyValuePair<long, int>> counts = Digits.Load().Labels.CountBy(label => label).OrderBy(count => count.Key);

        Assert.Equal([178, 182, 177, 183, 181, 182, 181, 179, 174, 180], counts.Select(count => count.Value));
    }

    [Fact]
    public void The_table_names_pixels_by_row_and_column_and_the_digit_last()
    {
        Table table = Digits.Table();

        Assert.Equal("digits", table.Path);
        Assert.Equal(65, table.Columns.Count);
        int[] places = [0, 1, 8, 63, 64];
        Assert.Equal(["p00", "p01", "p10", "p77", "digit"], places.Select(place => table.Columns[place].Name));
        Assert.Equal("13", table["p03"][0]);
    }

    [Fact]
    public void Understood_like_any_table_they_are_ten_classes_with_three_constant_pixels()
    {
        TableUnderstanding understanding = TableUnderstanding.Of(Digits.Table());

        Assert.Equal(TableTask.Classification, understanding.Task);
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], understanding.Classes);
        IEnumerable<ColumnUnderstanding> constants = understanding.Columns.Where(column => column.Kind == ColumnKind.Constant);
        Assert.Equal(["p00", "p40", "p47"], constants.Select(column => column.Name));
        Assert.Equal(61, understanding.Features.Count);
    }
}
