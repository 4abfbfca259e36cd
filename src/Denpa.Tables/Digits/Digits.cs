using System.IO.Compression;

namespace Denpa.Tables;

/// <summary>
/// The built-in data: 1 797 handwritten digits of 8×8 pixels, the test set of "Optical Recognition of Handwritten Digits" by
/// E. Alpaydin and C. Kaynak, from the UCI Machine Learning Repository (CC BY 4.0).
/// </summary>
public static class Digits
{
    /// <summary>The number of images.</summary>
    public const int Count = 1797;

    /// <summary>The number of classes, 0 to 9.</summary>
    public const int ClassCount = 10;

    /// <summary>Rows, and columns, of an image.</summary>
    public const int Side = 8;

    /// <summary>The greatest value of a pixel as stored.</summary>
    public const int Brightest = 16;

    /// <summary>What messages call the table.</summary>
    public const string Name = "digits";

    internal static readonly IReadOnlyList<string> ColumnNames =
        [.. Enumerable.Range(0, Side * Side).Select(pixel => $"p{pixel / Side}{pixel % Side}"), "digit"];

    private const string Resource = "digits.csv.gz";

    /// <summary>The digits as a table: pixels p00 to p77 (row, then column) valued 0 to 16, and the target <c>digit</c> last.</summary>
    public static Table Table()
    {
        using Stream packed = typeof(Digits).Assembly.GetManifestResourceStream(Resource)!;
        using GZipStream unpacked = new(packed, CompressionMode.Decompress);
        return Tables.Table.Read(unpacked, Name, new TableOptions { Delimiter = ',', ColumnNames = ColumnNames });
    }

    /// <summary>The digits as arrays: pixels scaled to 0 … 1, and labels.</summary>
    public static DigitImages Load()
    {
        Table table = Table();
        int width = table.Columns.Count - 1;
        float[] pixels = new float[table.RowCount * width];
        long[] labels = new long[table.RowCount];
        for (int row = 0; row < table.RowCount; row++)
        {
            for (int pixel = 0; pixel < width; pixel++)
            {
                table.Columns[pixel].ReadNumber(row, out double brightness);
                pixels[row * width + pixel] = (float)(brightness / Brightest);
            }

            table.Columns[width].ReadNumber(row, out double label);
            labels[row] = (long)label;
        }

        return new DigitImages(pixels, labels);
    }
}

/// <summary>Images and what they show.</summary>
/// <param name="Pixels">The pixels, [1797, 64] row-major, 0 (paper) to 1 (ink).</param>
/// <param name="Labels">The digits shown, [1797], 0 to 9.</param>
public sealed record DigitImages(float[] Pixels, long[] Labels);
