namespace Denpa.Tables.Tests;

public sealed class RobustScalingTests
{
    /// <summary>The quartiles of 1, 2, …, 9 are 3 and 7: (9 − 5) / 4 is 1, and 1 / √(1 + 1/9) is 0.948….</summary>
    [Fact]
    public void Values_are_scaled_by_median_and_quartiles_and_far_ones_drawn_in()
    {
        RobustScaling scaling = RobustScaling.Fit([9, 2, 3, 8, 5, 6, 7, 4, 1], 5);
        Assert.Equal(new RobustScaling(5, 0.25), scaling);
        Assert.Equal(0, scaling.Apply(5));
        Assert.Equal(0.94868329805051380, scaling.Apply(9), 1e-15);
        Assert.Equal(-3, scaling.Apply(-1e300));
        Assert.Equal(3, scaling.Apply(double.MaxValue));
    }

    [Fact]
    public void Where_the_quartiles_are_one_the_range_scales_and_where_that_is_nothing_all_are_0()
    {
        Assert.Equal(new RobustScaling(0, 0.5), RobustScaling.Fit([0, 0, 0, 0, 0, 0, 0, 4], 0));
        Assert.Equal(new RobustScaling(7, 0), RobustScaling.Fit([7, 7, 7], 7));
        Assert.Equal(new RobustScaling(0, 0), RobustScaling.Fit([], 0));
        Assert.Equal(0, new RobustScaling(7, 0).Apply(1e9));
    }

    [Fact]
    public void A_row_is_encoded_as_a_table_is_and_a_stored_schema_does_the_same()
    {
        Table table = Csv.Read("x,y\n1,a\n2,b\n,a\n40,b\n3,a\n");
        TableSchema schema = TableSchema.Fit(table, TableUnderstanding.Of(table), [0, 1, 2, 3, 4], isRobust: true);
        Assert.Equal(2.5, Assert.IsType<NumberFeature>(schema.Features[0]).Robust!.Value.Median);
        double[] inputs = schema.EncodeFeatures<double>(table, [0, 1, 2, 3, 4]);
        Assert.Equal(inputs, TableSchema.FromJson(schema.ToJson()).EncodeFeatures<double>(table, [0, 1, 2, 3, 4]));
        double[] row = new double[schema.InputCount];
        RowEncoder encoder = new(schema);
        encoder.Encode(0, FieldValue.Of(40.0)!.Value, row, null);
        Assert.Equal(inputs[6..8], row);
    }
}
