using System.Text;
using Denpa.Tables;

namespace Denpa.Robustness;

/// <summary>Models are loaded; one that loads predicts, and says which rows it was trained on.</summary>
internal sealed class ModelTarget : FuzzTarget
{
    private readonly Table table = Table.Read(new MemoryStream(Encoding.UTF8.GetBytes(TableTarget.Mixed(rows: 40))), "houses.csv");

    private readonly Table images = IdxFiles.Read(IdxFiles.Images, IdxFiles.Labels);

    public override string Name => "models";

    internal override long AllocationBound(int length) => 2_000_000 + (1000L * length);

    internal override bool Accepts(byte[] file)
    {
        try
        {
            TableModel model = TableModel.Load(new MemoryStream(file), "model");
            Table data = model.Schema.Target.Name == ImageTable.LabelColumn ? images : table;
            model.Predict(data, [0, 7]);
            model.Split.RowsOf(RowPart.Validation, data, model.Schema);
            return true;
        }
        catch (Exception refusal) when (refusal is InvalidFileException or TableException)
        {
            return false;
        }
    }

    private protected override byte[][] MakeOriginals() =>
        [Model(table, "sold"), Model(table, "size"), Model(table, "town"), Model(images, ImageTable.LabelColumn)];

    private protected override byte[] Spoil(byte[] original, byte[] other, Generator generator) => generator.NextInteger(0, 2) == 0
        ? base.Spoil(original, other, generator)
        : SealedFile.Spoil(original, other, generator);

    private static byte[] Model(Table table, string target)
    {
        TrainingSettings settings = new() { Hidden = [3], Epochs = 1, Dropout = 0.1 };
        PreparedTraining prepared = new(table, TableUnderstanding.Of(table, new UnderstandingOptions { Target = target }), settings);
        new TableTraining(prepared).Run();
        string path = Path.GetTempFileName();
        prepared.ToModel().Save(path);
        byte[] bytes = System.IO.File.ReadAllBytes(path);
        System.IO.File.Delete(path);
        return bytes;
    }
}
