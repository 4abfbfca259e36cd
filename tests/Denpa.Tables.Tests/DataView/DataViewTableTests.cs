using Microsoft.Data.Analysis;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Denpa.Tables.Tests.DataViews;

public sealed class DataViewTableTests
{
    [Fact]
    public void Each_type_of_a_view_is_told_as_a_file_tells_it()
    {
        SmallView view = new SmallView()
            .Add("single", NumberDataViewType.Single, 0.1f, float.NaN, -3e20f)
            .Add("double", NumberDataViewType.Double, 0.1, double.NaN, 1e-9)
            .Add<sbyte>("sbyte", NumberDataViewType.SByte, -1, 0, 7)
            .Add<byte>("byte", NumberDataViewType.Byte, 1, 0, 255)
            .Add<short>("short", NumberDataViewType.Int16, -1, 0, 7)
            .Add<ushort>("ushort", NumberDataViewType.UInt16, 1, 0, 7)
            .Add("int", NumberDataViewType.Int32, -1, 0, 7)
            .Add<uint>("uint", NumberDataViewType.UInt32, 1, 0, 7)
            .Add<long>("long", NumberDataViewType.Int64, -1, long.MinValue, 9007199254740993)
            .Add<ulong>("ulong", NumberDataViewType.UInt64, 1, ulong.MaxValue, 9007199254740992)
            .Add("truth", BooleanDataViewType.Instance, true, false, true)
            .Add("text", TextDataViewType.Instance, SmallView.Texts("a,b", "", " c "))
            .Add("date", DateTimeDataViewType.Instance, new DateTime(2024, 2, 29), new DateTime(2024, 2, 29, 12, 30, 0), DateTime.UnixEpoch)
            .Add(
                "moment",
                DateTimeOffsetDataViewType.Instance,
                new DateTimeOffset(2024, 2, 29, 8, 0, 0, TimeSpan.FromHours(9)),
                new DateTimeOffset(2024, 3, 1, 0, 0, 0, TimeSpan.Zero),
                new DateTimeOffset(2024, 3, 2, 0, 0, 0, TimeSpan.Zero))
            .Add("duration", TimeSpanDataViewType.Instance, TimeSpan.FromMinutes(1.5), TimeSpan.Zero, TimeSpan.FromDays(-1));
        Table table = DataViewTable.Read(view);
        string[][] expected =
        [
            ["0.1", "", "-3E+20"], ["0.1", "", "1E-09"], ["-1", "0", "7"], ["1", "0", "255"], ["-1", "0", "7"], ["1", "0", "7"],
            ["-1", "0", "7"], ["1", "0", "7"], ["-1", "-9223372036854775808", "9007199254740993"],
            ["1", "18446744073709551615", "9007199254740992"], ["true", "false", "true"], ["a,b", "", "c"],
            ["2024-02-29", "2024-02-29T12:30:00", "1970-01-01"], ["2024-02-29T08:00:00", "2024-03-01", "2024-03-02"],
            ["90", "0", "-86400"],
        ];
        Assert.Equal(expected, table.Columns.Select(Csv.Texts));
        Assert.Equal(1, view.Cursors);
    }

    [Fact]
    public void Keys_are_what_they_stand_for()
    {
        VectorDataViewType pair = new(new KeyDataViewType(typeof(byte), 2), 2);
        (KeyDataViewType large, KeyDataViewType small) = (new(typeof(uint), 2), new(typeof(ushort), 2));
        ushort[] numbers = [1, 2, 0];
        SmallView view = new SmallView()
            .Add("key", large, [2u, 0u, 1u], "KeyValues", TextDataViewType.Instance, SmallView.Texts("cat", "dog"))
            .Add("number", small, numbers, "KeyValues", NumberDataViewType.Single, [0.5f, 8f])
            .Add<ulong>("bare", new KeyDataViewType(typeof(ulong), 9), 3, 0, 9)
            .Add("both", pair, Vector<byte>(1, 2), Vector<byte>(0, 1), Vector<byte>(2, 2));
        Table table = DataViewTable.Read(view);
        Assert.Equal(["key", "number", "bare", "both.0", "both.1"], table.Columns.Select(column => column.Name));
        string[][] expected = [["dog", "", "cat"], ["0.5", "8", ""], ["3", "", "9"], ["1", "", "2"], ["2", "1", "2"]];
        Assert.Equal(expected, table.Columns.Select(Csv.Texts));
    }

    [Fact]
    public void A_vector_is_a_column_for_each_slot()
    {
        VectorDataViewType three = new(NumberDataViewType.Single, 3);
        VBuffer<float>[] named = [Vector(4f, 5f, 6f), Vector(7f, 8f, 9f)];
        SmallView view = new SmallView()
            .Add("plain", three, Vector(1f, 2f, 3f), new VBuffer<float>(3, 1, [0.5f], [1]))
            .Add("named", three, named, "SlotNames", TextDataViewType.Instance, SmallView.Texts("a", "", "a"))
            .Add("unknown", new VectorDataViewType(NumberDataViewType.Single), Vector(1f), Vector(1f, 2f));
        Table table = DataViewTable.Read(view);
        Assert.Equal(
            ["plain.0", "plain.1", "plain.2", "named.a", "named.1", "named.2"], table.Columns.Select(column => column.Name));
        string[][] expected = [["1", "0"], ["2", "0.5"], ["3", "0"], ["4", "7"], ["5", "8"], ["6", "9"]];
        Assert.Equal(expected, table.Columns.Select(Csv.Texts));
    }

    [Fact]
    public void What_a_data_frame_has_no_value_for_is_missing()
    {
        DataFrame frame = new(
            new Int32DataFrameColumn("int", [1, null, 3]),
            new Int64DataFrameColumn("long", [1, null, 3]),
            new DoubleDataFrameColumn("double", [1.5, null, 3]),
            new SingleDataFrameColumn("single", [0.1f, null, 3]),
            new DecimalDataFrameColumn("decimal", [1.25m, null, 3]),
            new BooleanDataFrameColumn("truth", [true, null, false]),
            new DateTimeDataFrameColumn("date", [DateTime.UnixEpoch, null, new DateTime(2024, 2, 29)]),
            new CharDataFrameColumn("letter", ['a', null, 'c']),
            new StringDataFrameColumn("text", ["x", null, "z"]));
        string[][] expected =
        [
            ["1", "", "3"], ["1", "", "3"], ["1.5", "", "3"], ["0.1", "", "3"], ["1.25", "", "3"], ["true", "", "false"],
            ["1970-01-01", "", "2024-02-29"], ["a", "", "c"], ["x", "", "z"],
        ];
        Assert.Equal(expected, DataViewTable.Read(frame).Columns.Select(Csv.Texts));
        IDataView view = frame;
        Assert.Equal(expected, DataViewTable.Read(view).Columns.Select(Csv.Texts));
    }

    [Fact]
    public void A_view_without_rows_or_without_values_is_refused()
    {
        SmallView empty = new SmallView().Add<int>("x", NumberDataViewType.Int32);
        Assert.Equal(
            "rows: has no rows — give one or more",
            Assert.Throws<TableException>(() => DataViewTable.Read(empty, "rows")).Message);
        SmallView none = new SmallView().Add("id", RowIdDataViewType.Instance, new DataViewRowId(1, 2));
        Assert.Equal(
            "view: has no columns of values — give numbers, texts, truths, dates, or vectors of one length",
            Assert.Throws<TableException>(() => DataViewTable.Read(none)).Message);
    }

    private static VBuffer<T> Vector<T>(params T[] values) => new(values.Length, values);
}
