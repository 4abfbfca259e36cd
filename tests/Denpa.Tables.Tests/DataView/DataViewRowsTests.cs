using System.Globalization;
using Microsoft.Data.Analysis;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Denpa.Tables.Tests.DataViews;

public sealed class DataViewRowsTests
{
    private static readonly Table Penguins = Csv.Penguins();

    [Fact]
    public void A_data_frame_has_the_bits_of_the_table()
    {
        TableModel model = Small.PenguinModel();
        Assert.Equal(Small.Answers(model, Penguins), Answers(model.Predict(Frame())));
        IDataView view = Frame();
        Assert.Equal(Small.Answers(model, Penguins), Answers(model.Predict(view)));
    }

    [Fact]
    public void A_view_of_singles_has_the_bits_of_the_table()
    {
        TableModel model = Small.PenguinModel("body_mass_g");
        Assert.Equal(Small.Answers(model, Penguins), Answers(model.Predict((IDataView)View())));
    }

    [Fact]
    public void A_view_is_gone_through_once_and_asked_for_what_the_model_takes()
    {
        SmallView view = View();
        Small.PenguinModel().Predict((IDataView)view);
        Assert.Equal(1, view.Cursors);
        Assert.DoesNotContain("Species", view.Asked);
        Assert.DoesNotContain("Spare", view.Asked);
    }

    [Fact]
    public void A_model_that_a_data_frame_trained_is_that_of_the_file()
    {
        PreparedTraining training = Small.Training(DataViewTable.Read(Frame()), target: "species");
        Small.Run(training);
        Assert.Equal(Small.Bits(Small.PenguinModel().Network), Small.Bits(training.ToModel().Network));
    }

    [Fact]
    public void A_missing_whole_number_is_none_and_not_zero()
    {
        PreparedTraining training = Small.Training(Csv.Read("x,y\n" + string.Concat(
            Enumerable.Range(0, 40).Select(i => $"{(i % 5 == 0 ? "" : $"{100 + i}")},{(i % 5 == 0 ? "a" : "b")}\n"))));
        Small.Run(training);
        TableModel model = training.ToModel();
        TablePredictions predictions = model.Predict(new DataFrame(new Int32DataFrameColumn("x", [null, 0])));
        Assert.Equal(ProbabilityOfFirst(null), predictions.Probability(0, 0));
        Assert.Equal(ProbabilityOfFirst(0), predictions.Probability(1, 0));
        Assert.NotEqual(predictions.Probability(0, 0), predictions.Probability(1, 0));

        double ProbabilityOfFirst(object? x) => model.Predict(new Dictionary<string, object?> { ["x"] = x }).ProbabilityOf("a");
    }

    [Fact]
    public void More_rows_than_go_through_the_network_at_once_keep_their_order()
    {
        TableModel model = Small.Linear(new NumberTarget { Name = "y", Scaling = new Scaling(0, 1) }, [2], [0]);
        double[] numbers = [.. Enumerable.Range(0, 2500).Select(i => i * 0.25)];
        TablePredictions predictions = model.Predict(new DataFrame(new DoubleDataFrameColumn("x", numbers)));
        Assert.Equal(numbers.Select(number => number - 2), Enumerable.Range(0, predictions.Count).Select(predictions.Number));
    }

    [Fact]
    public void A_slot_of_a_vector_is_found_by_its_name()
    {
        TableModel model = Small.Linear(new NumberTarget { Name = "y", Scaling = new Scaling(0, 1) }, [2], [0]);
        VBuffer<float>[] rows = [new(2, [1f, 4f]), new(2, [1f, 8f])];
        VectorDataViewType two = new(NumberDataViewType.Single, 2);
        SmallView view = new SmallView().Add("Features", two, rows, "SlotNames", TextDataViewType.Instance, SmallView.Texts("w", "x"));
        Assert.Equal([2.0, 6.0], Answers(model.Predict((IDataView)view)));
    }

    [Fact]
    public void A_view_is_evaluated_as_the_table_is()
    {
        TableModel model = Small.PenguinModel();
        int[] labelled = model.Schema.LabelledRows(Penguins);
        TableEvaluation expected = model.Evaluate(Penguins, labelled);
        Assert.Equal(expected.Metrics, model.Evaluate(Frame()).Metrics);
        Assert.Equal(expected.Metrics, model.Evaluate(View()).Metrics);
    }

    [Fact]
    public void Rows_without_a_target_are_not_evaluated()
    {
        TableModel model = Small.Linear(new NumberTarget { Name = "y", Scaling = new Scaling(0, 1) }, [2], [0]);
        DataFrame frame = new(
            new DoubleDataFrameColumn("x", [3.0, 5.0, 7.0]), new Int32DataFrameColumn("y", [2, null, 5]));
        TableEvaluation evaluation = model.Evaluate(frame);
        Assert.Equal(2, evaluation.Rows);
        Assert.Equal(0.5, evaluation[Metric.MeanAbsoluteError], 12);
        frame = new(new DoubleDataFrameColumn("x", [3.0]), new Int32DataFrameColumn("y", new int?[] { null }));
        Assert.Equal(
            "view: no row has a value of the target \"y\" — fill them in",
            Assert.Throws<TableException>(() => model.Evaluate(frame)).Message);
    }

    [Fact]
    public void Columns_that_are_not_there_are_named_with_those_that_are()
    {
        TableModel model = Small.PenguinModel();
        DataFrame frame = new(new StringDataFrameColumn("island", ["Biscoe"]), new StringDataFrameColumn("colour", ["grey"]));
        string message = Assert.Throws<TableException>(() => model.Predict(frame)).Message;
        Assert.StartsWith("view: there are no columns bill_length_mm, bill_depth_mm, ", message, StringComparison.Ordinal);
        Assert.EndsWith("which the model takes — its columns are island, colour", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_of_another_type_is_told_as_such()
    {
        TableModel model = Small.Linear(new NumberTarget { Name = "y", Scaling = new Scaling(0, 1) }, [2], [0]);
        SmallView view = new SmallView().Add("x", RowIdDataViewType.Instance, new DataViewRowId(1, 2));
        Assert.StartsWith(
            "view: column \"x\" is a DataViewRowId — give numbers,",
            Assert.Throws<TableException>(() => model.Predict((IDataView)view)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_cannot_be_is_told_with_its_row()
    {
        TableModel model = Small.Linear(new NumberTarget { Name = "y", Scaling = new Scaling(0, 1) }, [2], [0]);
        DataFrame frame = new(new StringDataFrameColumn("x", ["1", "2", "long"]));
        TableException problem = Assert.Throws<TableException>(() => model.Predict(frame));
        Assert.StartsWith("view:3: \"long\" in column \"x\" is no number", problem.Message, StringComparison.Ordinal);
        Assert.Equal(3, problem.Row);
    }

    [Fact]
    public void A_view_without_rows_has_no_predictions() =>
        Assert.Equal(0, Small.PenguinModel().Predict(Frame().Head(0)).Count);

    [Fact]
    public void Values_that_training_never_saw_are_counted()
    {
        DataFrame frame = Frame();
        frame.Columns["island"][0] = "Anvers";
        EncodingReport report = new();
        Small.PenguinModel().Predict(frame, report);
        Assert.Equal(["Anvers"], Assert.Single(report.Unseen).Examples);
    }

    private static double[] Answers(TablePredictions predictions)
    {
        IEnumerable<int> rows = Enumerable.Range(0, predictions.Count);
        return predictions.Classes.Count == 0
            ? [.. rows.Select(predictions.Number)]
            : [.. rows.SelectMany(row => predictions.Classes.Select((_, index) => predictions.Probability(row, index)))];
    }

    private static DataFrame Frame() => new(
        Texts("species"),
        Texts("island"),
        new DoubleDataFrameColumn("bill_length_mm", Numbers("bill_length_mm")),
        new DecimalDataFrameColumn("bill_depth_mm", Numbers("bill_depth_mm").Select(number => (decimal?)number)),
        new Int32DataFrameColumn("flipper_length_mm", Numbers("flipper_length_mm").Select(number => (int?)number)),
        new Int16DataFrameColumn("body_mass_g", Numbers("body_mass_g").Select(number => (short?)number)),
        Texts("sex"),
        new Int64DataFrameColumn("year", Numbers("year").Select(number => (long?)number)));

    private static SmallView View() => new SmallView()
        .Add("Spare", BooleanDataViewType.Instance, new bool[Penguins.RowCount])
        .Add("Year", NumberDataViewType.Single, Singles("year"))
        .Add("Sex", TextDataViewType.Instance, Strings("sex"))
        .Add("BodyMassG", NumberDataViewType.Single, Singles("body_mass_g"))
        .Add("FlipperLengthMm", NumberDataViewType.Single, Singles("flipper_length_mm"))
        .Add("BillDepthMm", NumberDataViewType.Single, Singles("bill_depth_mm"))
        .Add("BillLengthMm", NumberDataViewType.Single, Singles("bill_length_mm"))
        .Add("Island", TextDataViewType.Instance, Strings("island"))
        .Add("Species", TextDataViewType.Instance, Strings("species"));

    private static StringDataFrameColumn Texts(string name) => new(name, Rows(name, text => text));

    private static double?[] Numbers(string name) =>
        [.. Rows(name, text => text).Select(text => text is null ? (double?)null : double.Parse(text, CultureInfo.InvariantCulture))];

    private static float[] Singles(string name) => [.. Numbers(name).Select(number => (float)(number ?? double.NaN))];

    private static ReadOnlyMemory<char>[] Strings(string name) => SmallView.Texts([.. Rows(name, text => text ?? "")]);

    private static T[] Rows<T>(string name, Func<string?, T> make) =>
    [
        .. Enumerable.Range(0, Penguins.RowCount)
            .Select(row => make(Penguins[name].IsMissing(row) ? null : Penguins[name][row])),
    ];
}
