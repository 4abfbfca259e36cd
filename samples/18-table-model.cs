#:project ../src/Denpa/Denpa.csproj
#:project ../src/Denpa.Tables/Denpa.Tables.csproj

// A model of a table in a program: what `denpa train flowers.csv` saves, loaded, and asked about one row at a time.

using Denpa.Tables;

string path = args.Length > 0 ? args[0] : Path.Combine(Path.GetTempPath(), "flowers.safetensors");
if (args.Length == 0) Train(path);

TableModel model = TableModel.Load(path);
RowPrediction flower = model.Predict(new Dictionary<string, object?> { ["petal_length"] = 4.5, ["colour"] = "violet" });
Console.WriteLine($"{flower.Class}, {flower.Probability:P1}");

Console.WriteLine($"from an object: {model.Predict(new Flower(PetalLength: 1.4, Colour: "white")).Class}");
Console.WriteLine(model.Network);

// Stands for `denpa train`, so that the sample needs no file: short petals are of one species, long ones of another.
static void Train(string path)
{
    Table table = Table.From(
        Enumerable.Range(0, 200),
        new TableColumns<int>()
            .Number("petal_length", i => i % 2 == 0 ? 1 + (i % 14 / 10.0) : 4 + (i % 18 / 10.0))
            .Text("colour", i => i % 3 == 0 ? "white" : "violet")
            .Text("species", i => i % 2 == 0 ? "setosa" : "versicolor"),
        "flowers");
    PreparedTraining prepared = new(table, TableUnderstanding.Of(table), new TrainingSettings());
    new TableTraining(prepared).Run();
    prepared.ToModel().Save(path);
}

internal sealed record Flower(double PetalLength, string Colour);
