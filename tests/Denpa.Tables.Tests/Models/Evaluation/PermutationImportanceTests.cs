namespace Denpa.Tables.Tests;

public sealed class PermutationImportanceTests
{
    [Fact]
    public void A_column_that_decides_is_important_and_one_without_weight_is_not()
    {
        TableSchema schema = new()
        {
            Features =
            [
                new NumberFeature { Name = "idle", Median = 0, Scaling = new Scaling(0, 1) },
                new NumberFeature { Name = "sign", Median = 0, Scaling = new Scaling(0, 1) },
            ],
            Target = Small.Classes("a", "b"),
        };
        TrainingSettings settings = new() { Hidden = [], DType = DType.Float64 };
        Sequential network = TableNetwork.Of(schema, settings, new Generator(0));
        network.LoadState(new Dictionary<string, Tensor>
        {
            ["0.weight"] = Tensor.Wrap(new double[] { 0, 1 }, [1, 2]),
            ["0.bias"] = Tensor.Wrap(new double[] { 0 }, [1]),
        });
        RowSplit split = new() { Fractions = SplitFractions.Default, Seed = 0, Fingerprint = "" };
        TableModel model = new(schema, settings, split, network);
        IEnumerable<string> rows = Enumerable.Range(0, 400).Select(row => row % 2 == 0 ? $"{row % 7},-1,a" : $"{row % 7},1,b");
        Table table = Csv.Read($"idle,sign,y\n{string.Join('\n', rows)}\n");

        IReadOnlyList<ColumnImportance> columns = PermutationImportance.Of(model, table, Csv.AllRows(table));

        Assert.Equal(["sign", "idle"], columns.Select(column => column.Column));
        Assert.Equal((0.0, 0.0), (columns[1].Mean, columns[1].Deviation));

        // Dealt out anew, half of the signs are right by chance.
        Assert.InRange(columns[0].Mean, 0.4, 0.6);
    }
}
