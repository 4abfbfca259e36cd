using Denpa.Tables;

namespace Denpa.Robustness;

/// <summary>IDX files, plain and packed, are read as images and as labels; what reads is made ready for training.</summary>
internal sealed class ImageTarget : FuzzTarget
{
    private static readonly TrainingSettings Settings = new() { Hidden = [2], Epochs = 1 };

    public override string Name => "images";

    internal override long AllocationBound(int length) => 6_000_000 + (2000L * length);

    internal override bool Accepts(byte[] file)
    {
        bool asImages = Accepts(file, IdxFiles.Labels);
        bool asLabels = Accepts(IdxFiles.Images, file);
        return asImages || asLabels;
    }

    private protected override byte[][] MakeOriginals() => [IdxFiles.Images, IdxFiles.Labels];

    /// <summary>A third is packed after it was spoilt, a third before.</summary>
    private protected override byte[] Spoil(byte[] original, byte[] other, Generator generator) => generator.NextInteger(0, 3) switch
    {
        0 => base.Spoil(original, other, generator),
        1 => IdxFiles.Pack(base.Spoil(original, other, generator)),
        _ => base.Spoil(IdxFiles.Pack(original), IdxFiles.Pack(other), generator),
    };

    private static bool Accepts(byte[] images, byte[] labels)
    {
        try
        {
            Table table = IdxFiles.Read(images, labels);
            PreparedTraining prepared = new(table, TableUnderstanding.Of(table, new UnderstandingOptions()), Settings);
            prepared.ToModel().Predict(table);
            return true;
        }
        catch (TableException)
        {
            return false;
        }
    }
}
