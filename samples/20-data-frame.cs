#:project ../src/Denpa/Denpa.csproj
#:project ../src/Denpa.Tables/Denpa.Tables.csproj
#:project ../src/Denpa.Tables.DataView/Denpa.Tables.DataView.csproj

// A data frame to train on, and one to predict from. ML.NET's data views do as well.

using Denpa.Tables;
using Microsoft.Data.Analysis;

DataFrame known = new(
    new DoubleDataFrameColumn("petal_length", Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? 1 + (i % 14 / 10.0) : 4 + (i % 18 / 10.0))),
    new Int32DataFrameColumn("petals", Enumerable.Range(0, 200).Select(i => i % 7 == 0 ? (int?)null : 4 + (i % 3))),
    new StringDataFrameColumn("species", Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? "setosa" : "versicolor")));
Table table = DataViewTable.Read(known);
PreparedTraining prepared = new(table, TableUnderstanding.Of(table), new TrainingSettings());
new TableTraining(prepared).Run();
TableModel model = prepared.ToModel();

int?[] petals = [5, null];
double[] lengths = [1.5, 4.5];
DataFrame rows = new(new Int32DataFrameColumn("petals", petals), new DoubleDataFrameColumn("petal_length", lengths));
TablePredictions flowers = model.Predict(rows);
for (int row = 0; row < flowers.Count; row++)
    Console.WriteLine($"row {row}: {flowers.Class(row)}, {flowers.Probability(row, flowers.ClassIndex(row)):P1}");
Console.WriteLine($"rows evaluated: {model.Evaluate(known).Rows}");
