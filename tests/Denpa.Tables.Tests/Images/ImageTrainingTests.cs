namespace Denpa.Tables.Tests;

/// <summary>Images go through the same training, model and evaluation as any other table.</summary>
public sealed class ImageTrainingTests : IDisposable
{
    private static readonly TrainingSettings Settings = new() { Hidden = [8], Epochs = 40, LearningRate = 0.02, Seed = 3 };
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_saved_model_knows_images_that_it_has_not_seen()
    {
        (string? images, string? labels) = Idx.Stripes(folder, 120);
        (string? testImages, string? testLabels) = Idx.Stripes(folder, 31, "test-");
        PreparedTraining training = Small.Training(
            ImageTable.ReadIdx(images, labels), Settings, test: ImageTable.ReadIdx(testImages, testLabels));
        Small.Run(training);
        training.ToModel().Save(folder["model"]);

        TableModel model = TableModel.Load(folder["model"]);

        Table test = ImageTable.ReadIdx(testImages, testLabels);
        Assert.Equal(1.0, model.Evaluate(test, model.Split.RowsOf(RowPart.Test, test, model.Schema))[Metric.Accuracy]);
        TablePredictions predictions = model.Predict(ImageTable.ReadIdx(testImages));
        Assert.Equal(["0", "1", "2", "0"], Enumerable.Range(0, 4).Select(predictions.Class));
    }

    [Fact]
    public void All_pixels_are_standardised_by_the_mean_and_deviation_of_the_training_rows()
    {
        File.WriteAllBytes(folder["images"], Idx.Bytes([3, 1, 2], [0, 100, 200, 100, 255, 255]));
        File.WriteAllBytes(folder["labels"], Idx.Bytes([3], [0, 1, 1]));
        Table table = ImageTable.ReadIdx(folder["images"], folder["labels"]);

        TableSchema schema = TableSchema.Fit(table, TableUnderstanding.Of(table), [0, 1]);

        ImageFeature feature = Assert.IsType<ImageFeature>(Assert.Single(schema.Features));
        Assert.Equal(100, feature.Scaling.Mean);
        Assert.Equal(Math.Sqrt(5000), feature.Scaling.StandardDeviation, 12);
        double[] inputs = schema.EncodeFeatures<double>(table, [2, 0]);
        Assert.Equal([155 / Math.Sqrt(5000), 155 / Math.Sqrt(5000), -100 / Math.Sqrt(5000), 0], inputs, new Close());
        Assert.Equal(["image[0,0]", "image[0,1]"], schema.InputNames);
    }

    [Fact]
    public void The_schema_of_images_is_stored_and_read_back()
    {
        (string? images, string? labels) = Idx.Stripes(folder, 30);
        Table table = ImageTable.ReadIdx(images, labels);
        TableSchema schema = TableSchema.Fit(table, TableUnderstanding.Of(table), [0, 1, 2]);

        TableSchema read = TableSchema.FromJson(schema.ToJson());

        Assert.Equal(schema.Features, read.Features);
        Assert.Equal(new ImageSize(2, 3), Assert.IsType<ImageFeature>(read.Features[0]).Size);
    }

    [Theory]
    [InlineData("\"height\":2", "\"height\":0")]
    [InlineData("\"height\":2", "\"height\":2000000000")]
    [InlineData("\"height\":2,\"width\":3", "\"height\":65536,\"width\":65536")]
    public void A_schema_of_impossible_images_is_refused(string part, string altered)
    {
        (string? images, string? labels) = Idx.Stripes(folder, 30);
        Table table = ImageTable.ReadIdx(images, labels);
        string json = TableSchema.Fit(table, TableUnderstanding.Of(table), [0, 1, 2]).ToJson();
        Assert.Contains(part, json, StringComparison.Ordinal);

        Assert.Throws<InvalidDataException>(() => TableSchema.FromJson(json.Replace(part, altered, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_schema_of_more_inputs_than_can_be_counted_is_refused()
    {
        IEnumerable<ImageFeature> many = Enumerable.Range(0, 200)
            .Select(i => new ImageFeature { Name = $"i{i}", Height = 4096, Width = 4096, Scaling = new(0, 1) });
        string json = new TableSchema { Features = [.. many], Target = Small.Classes("a", "b") }.ToJson();

        Assert.Contains("inputs", Assert.Throws<InvalidDataException>(() => TableSchema.FromJson(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_of_another_size_and_tables_without_images_are_refused()
    {
        (string? images, string? labels) = Idx.Stripes(folder, 30);
        PreparedTraining training = Small.Training(ImageTable.ReadIdx(images, labels), Settings with { Epochs = 1 });
        TableModel model = training.ToModel();
        File.WriteAllBytes(folder["others"], Idx.Bytes([1, 3, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9]));

        Assert.Contains(
            "images of 3×3 pixels, where training had images of 2×3",
            Refused(ImageTable.ReadIdx(folder["others"])),
            StringComparison.Ordinal);
        Assert.Contains("holds no images", Refused(Csv.Read("image,label\nx,1\n")), StringComparison.Ordinal);
        Assert.Contains("there is no column \"image\"", Refused(Csv.Penguins()), StringComparison.Ordinal);

        string Refused(Table table) => Assert.Throws<TableException>(() => model.Predict(table)).Message;
    }

    [Fact]
    public void Labels_are_classes_however_many_there_are()
    {
        File.WriteAllBytes(folder["images"], Idx.Bytes([60, 1, 1], [.. Enumerable.Range(0, 60).Select(i => (byte)i)]));
        File.WriteAllBytes(folder["labels"], Idx.Bytes([60], [.. Enumerable.Range(0, 60).Select(i => (byte)(i % 47))]));

        TableUnderstanding understanding = TableUnderstanding.Of(ImageTable.ReadIdx(folder["images"], folder["labels"]));

        Assert.Equal(TableTask.Classification, understanding.Task);
        Assert.Equal(47, understanding.Classes.Count);
        Assert.Equal(ColumnKind.Image, Assert.Single(understanding.Features).Kind);
    }

    [Fact]
    public void Images_cannot_be_the_target()
    {
        (string? images, string? labels) = Idx.Stripes(folder, 30);
        Table table = ImageTable.ReadIdx(images, labels);

        TableException problem = Assert.Throws<TableException>(
            () => TableUnderstanding.Of(table, new UnderstandingOptions { Target = "image" }));

        Assert.Contains("holds images", problem.Message, StringComparison.Ordinal);
    }

    private sealed class Close : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) < 1e-12;

        public int GetHashCode(double value) => 0;
    }
}
