namespace Denpa.Cli.Tests;

/// <summary>IDX files are trained on, predicted and evaluated; what they cannot be is refused in one line.</summary>
public sealed class ImageTests : IDisposable
{
    private readonly Workspace workspace = new();

    public ImageTests()
    {
        Stripes.Write(workspace, "images", "labels.gz", 90);
        Stripes.Write(workspace, "test-images", "test-labels.gz", 30);
    }

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void A_model_trained_on_images_predicts_and_evaluates_images()
    {
        string[] files = ["--idx", "images", "labels.gz", "--test-idx", "test-images", "test-labels.gz"];
        Outcome trained = workspace.Run(["train", .. files, "--epochs", "60", "--lr", "0.01", "--json"]);
        Assert.Equal(0, trained.ExitCode);
        Assert.Equal("image", trained.Json.GetProperty("columns")[0].GetProperty("kind").GetString());
        Assert.Equal(30, trained.Json.GetProperty("rows").GetProperty("test").GetInt32());
        Assert.Equal(1, trained.Json.GetProperty("test").GetProperty("accuracy").GetDouble());

        Outcome evaluated = workspace.Run(
            "evaluate", "model.safetensors", "--idx", "test-images", "test-labels.gz", "--rows", "test", "--json");
        Assert.Equal(0, evaluated.ExitCode);
        Assert.Equal(1, evaluated.Json.GetProperty("metrics").GetProperty("accuracy").GetDouble());

        Outcome predicted = workspace.Run("predict", "model.safetensors", "--idx", "test-images", "--keep-columns");
        Assert.Equal(0, predicted.ExitCode);
        Assert.StartsWith("predicted label\n0\n1\n2\n0\n", predicted.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);

        Outcome summary = workspace.Run("summary", "model.safetensors");
        Assert.Contains("image  image  2×3 pixels", summary.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_says_what_the_images_are()
    {
        Outcome outcome = workspace.Run("train", "--idx", "images", "labels.gz", "--dry-run");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("images: 90 images of 2×3 pixels", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("label: 3 classes", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("6 pixels, all standardised alike", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("train", "--idx")]
    [InlineData("train", "--idx", "images")]
    [InlineData("train", "table.csv", "--idx", "images", "labels.gz")]
    [InlineData("train", "--test-idx", "images", "labels.gz")]
    [InlineData("train", "--idx", "images", "labels.gz", "--test", "table.csv")]
    [InlineData("evaluate", "model.safetensors", "--idx", "images")]
    [InlineData("evaluate", "model.safetensors", "table.csv", "--idx", "images", "labels.gz")]
    [InlineData("predict", "model.safetensors", "table.csv", "--idx", "images")]
    [InlineData("predict", "model.safetensors", "--idx")]
    public void Wrong_usage_exits_with_2(params string[] arguments)
    {
        Outcome outcome = workspace.Run(arguments);
        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith("denpa: ", outcome.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains($"denpa {arguments[0]} --help", outcome.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none", "labels.gz", "denpa: none: there is no such file")]
    [InlineData("labels.gz", "images", "denpa: labels.gz: has 1 dimension, where images have 3 dimensions")]
    [InlineData("images", "test-labels.gz", "denpa: test-labels.gz: holds 30 labels, and images holds 90 images")]
    public void Files_that_are_no_images_and_labels_exit_with_3(string images, string labels, string message)
    {
        Outcome outcome = workspace.Run("train", "--idx", images, labels);
        Assert.Equal(3, outcome.ExitCode);
        Assert.StartsWith(message, Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        Assert.False(File.Exists(workspace.PathOf("model.safetensors")));
    }
}
