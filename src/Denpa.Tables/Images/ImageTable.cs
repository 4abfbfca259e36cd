namespace Denpa.Tables;

/// <summary>
/// Images with their labels as a table of two columns: <c>image</c>, a byte for every pixel, and <c>label</c>, a whole number.
/// It is trained on, predicted and evaluated like any other table.
/// </summary>
public static class ImageTable
{
    /// <summary>The name of the images' column.</summary>
    public const string ImageColumn = "image";

    /// <summary>The name of the labels' column.</summary>
    public const string LabelColumn = "label";

    /// <summary>
    /// Reads IDX files, plain or packed by gzip: images of unsigned bytes [count, rows, columns], labels of unsigned bytes
    /// [count]. The table's path is that of the images; a row's line is its place in the file, from 1.
    /// </summary>
    /// <param name="imagesPath">The images.</param>
    /// <param name="labelsPath">Their labels; when null the table has images alone, to predict labels for.</param>
    /// <exception cref="TableException">A file cannot be read or is none of these, or there are not as many labels as images.</exception>
    public static Table ReadIdx(string imagesPath, string? labelsPath = null)
    {
        IdxArray images = IdxFile.Read(imagesPath, "images", "count", "rows", "columns");
        int count = images.Dimensions[0];
        ImageSize size = new(images.Dimensions[1], images.Dimensions[2]);
        List<Column> columns = [Images(images.Data, count, size)];
        if (labelsPath is not null)
        {
            byte[] labels = IdxFile.Read(labelsPath, "labels", "count").Data;
            if (labels.Length != count)
            {
                string problem = $"holds {labels.Length} labels, and {imagesPath} holds {count} images — give the labels of these images";
                throw new TableException(labelsPath, null, null, problem);
            }

            columns.Add(Labels(labels));
        }

        TableFormat format = new(',', HasHeader: false, "IDX files have no header row");
        return new Table(imagesPath, [.. columns], [.. Enumerable.Range(1, count)], format);
    }

    private static Column Images(byte[] pixels, int count, ImageSize size)
    {
        int[] ends = new int[count];
        for (int row = 0; row < count; row++) ends[row] = (row + 1) * size.Pixels;
        return new Column(ImageColumn, 0, [new TextSegment(pixels, ends, MissingValues.Usual, [])], [0, count]) { Image = size };
    }

    private static Column Labels(byte[] labels)
    {
        ColumnBuilder builder = new(MissingValues.Usual);
        foreach (byte label in labels) builder.TryAppend(label, decimalCount: 0, decimalMark: 0);
        return new Column(LabelColumn, 1, [builder.Take()], [0, labels.Length]);
    }
}
