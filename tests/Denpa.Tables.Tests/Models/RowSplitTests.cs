namespace Denpa.Tables.Tests;

/// <summary>A model gives its training's rows back from a seed and a fingerprint.</summary>
public sealed class RowSplitTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("species")]
    [InlineData("sex")]
    [InlineData("body_mass_g")]
    public void The_parts_are_disjoint_and_cover_the_labelled_rows(string target)
    {
        Table table = Csv.Penguins();
        PreparedTraining training = Small.Penguins(target: target);
        int[][] parts = Parts(training.Split, table, training.Schema);

        Assert.Equal(training.Schema.LabelledRows(table), parts.SelectMany(rows => rows).Order());
        Assert.Equal([training.TrainingRows, training.ValidationRows, training.TestRows], parts.Select(rows => rows.Length));
    }

    [Fact]
    public void Rows_without_a_target_are_in_no_part()
    {
        Table table = Csv.Penguins();
        PreparedTraining training = Small.Penguins(target: "sex");
        int[] all = training.Split.RowsOf(RowPart.All, table, training.Schema);

        Assert.Equal(344 - 11, all.Length);
        Assert.DoesNotContain(all, table["sex"].IsMissing);
    }

    [Fact]
    public void Every_class_is_shared_out_as_the_whole_is()
    {
        Table table = Csv.Penguins();
        PreparedTraining training = Small.Penguins();
        int[][] parts = Parts(training.Split, table, training.Schema);

        foreach ((string? species, int count) in Csv.Texts(table["species"]).CountBy(species => species))
        {
            foreach ((int[]? rows, double share) in parts.Zip([0.8, 0.1, 0.1]))
            {
                int inPart = rows.Count(row => table["species"][row] == species);
                Assert.InRange(inPart, (count * share) - 1, (count * share) + 1);
            }
        }
    }

    [Fact]
    public void A_loaded_model_finds_the_same_rows()
    {
        Table table = Csv.Penguins();
        PreparedTraining training = Small.Penguins();
        TableModel loaded = Reload(training);

        Assert.Equal(Parts(training.Split, table, training.Schema), Parts(loaded.Split, table, loaded.Schema));
    }

    /// <summary>
    /// 0.2, 0.7 and 0.1 do not quite add up to 1, so that their last bits change each time they are made to: of three rows and nine,
    /// a tie would fall to another part.
    /// </summary>
    [Fact]
    public void A_loaded_model_finds_the_same_rows_of_shares_that_no_binary_fraction_is()
    {
        Table table = Csv.Read("x,y\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"{i * 0.5},{(i < 3 ? "a" : "b")}\n")));
        PreparedTraining training = Small.Training(table, Small.Settings with { Split = new SplitFractions(0.2, 0.7, 0.1) });
        TableModel loaded = Reload(training);

        Assert.Equal(Parts(training.Split, table, training.Schema), Parts(loaded.Split, table, loaded.Schema));
    }

    [Fact]
    public void Another_seed_shares_out_otherwise()
    {
        Table table = Csv.Penguins();
        PreparedTraining one = Small.Penguins(Small.Settings with { Seed = 1 });
        PreparedTraining two = Small.Penguins(Small.Settings with { Seed = 2 });

        Assert.NotEqual(one.Split.RowsOf(RowPart.Test, table, one.Schema), two.Split.RowsOf(RowPart.Test, table, two.Schema));
    }

    [Fact]
    public void Columns_may_stand_in_another_order_beside_others()
    {
        IEnumerable<string> lines = File.ReadLines(Csv.PenguinsPath)
            .Select((line, i) => $"extra{i}," + string.Join(',', line.Split(',').Reverse()));
        Table reordered = Csv.Read(string.Join('\n', lines) + "\n");
        PreparedTraining training = Small.Penguins();

        Assert.Equal(
            Parts(training.Split, Csv.Penguins(), training.Schema),
            Parts(training.Split, reordered, training.Schema));
    }

    [Fact]
    public void Other_data_has_only_all_its_rows()
    {
        Table other = Csv.Read(string.Join('\n', File.ReadLines(Csv.PenguinsPath).SkipLast(1)) + "\n");
        PreparedTraining training = Small.Penguins();

        Assert.Equal(343, training.Split.RowsOf(RowPart.All, other, training.Schema).Length);
        foreach (RowPart part in new[] { RowPart.Training, RowPart.Validation, RowPart.Test })
        {
            TableException problem = Assert.Throws<TableException>(() => training.Split.RowsOf(part, other, training.Schema));
            Assert.Contains("not the table that the model was trained on", problem.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_part_of_no_share_has_no_rows()
    {
        Table table = Csv.Penguins();
        PreparedTraining training = Small.Penguins(Small.Settings with { Split = new SplitFractions(100, 0, 0) });

        Assert.Equal(344, training.Split.RowsOf(RowPart.Training, table, training.Schema).Length);
        foreach (RowPart part in new[] { RowPart.Validation, RowPart.Test })
        {
            TableException problem = Assert.Throws<TableException>(() => training.Split.RowsOf(part, table, training.Schema));
            Assert.Contains($"training kept no {part.ToString().ToLowerInvariant()} rows", problem.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_table_given_to_test_on_has_all_test_rows_and_the_other_none()
    {
        Table table = Csv.Read(Small.ThreeClasses(40));
        Table test = Csv.Read("y,x\na,1\n,2\nc,3\n");
        PreparedTraining training = Small.Training(table, test: test);
        TableModel loaded = Reload(training);

        Assert.Equal(40, training.TrainingRows + training.ValidationRows);
        Assert.Equal(2, training.TestRows);
        Assert.Equal([0, 2], loaded.Split.RowsOf(RowPart.Test, test, loaded.Schema));
        Assert.Equal(training.TrainingRows, loaded.Split.RowsOf(RowPart.Training, table, loaded.Schema).Length);
        TableException problem = Assert.Throws<TableException>(() => loaded.Split.RowsOf(RowPart.Test, table, loaded.Schema));
        Assert.Contains("not the table that training tested on", problem.Message, StringComparison.Ordinal);
    }

    /// <summary>The rows to train, to validate and to test on.</summary>
    private static int[][] Parts(RowSplit split, Table table, TableSchema schema) =>
    [
        split.RowsOf(RowPart.Training, table, schema),
        split.RowsOf(RowPart.Validation, table, schema),
        split.RowsOf(RowPart.Test, table, schema),
    ];

    private TableModel Reload(PreparedTraining training)
    {
        training.ToModel().Save(folder["m.safetensors"]);
        return TableModel.Load(folder["m.safetensors"]);
    }
}
