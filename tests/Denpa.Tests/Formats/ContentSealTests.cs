namespace Denpa.Tests.Formats;

public sealed class ContentSealTests
{
    private static readonly Dictionary<string, Tensor> Tensors = new()
    {
        ["b"] = Tensor.From<float>([1, 2, 3, 4], [2, 2]),
        ["a"] = Tensor.From<double>([5]),
    };

    private static readonly Dictionary<string, string> Texts = new() { ["x"] = "1", ["y"] = "" };

    [Fact]
    public void What_was_sealed_passes() => ContentSeal.Require(new SafeTensorsContent(Tensors, ContentSeal.Add(Tensors, Texts)), "file");

    [Fact]
    public void Sealing_again_changes_nothing()
    {
        IReadOnlyDictionary<string, string> once = ContentSeal.Add(Tensors, Texts);
        Assert.Equal(once, ContentSeal.Add(Tensors, once));
    }

    [Fact]
    public void The_order_of_tensors_and_texts_does_not_count() =>
        ContentSeal.Require(new SafeTensorsContent(Tensors, ContentSeal.Add(Tensors.Reverse(), Texts.Reverse())), "file");

    [Fact]
    public void Without_a_seal_content_is_refused()
    {
        InvalidFileException error = Assert.Throws<InvalidFileException>(
            () => ContentSeal.Require(new SafeTensorsContent(Tensors, Texts), "file"));
        Assert.Equal("file: metadata: has no denpa.sha256, so nothing says that the file is whole", error.Message);
    }

    [Theory]
    [InlineData("weight")]
    [InlineData("shape")]
    [InlineData("name")]
    [InlineData("text")]
    [InlineData("boundary")]
    public void Any_other_content_is_refused(string change)
    {
        Dictionary<string, Tensor> tensors = new(Tensors);
        Dictionary<string, string> texts = new(ContentSeal.Add(Tensors, Texts));
        switch (change)
        {
            case "weight": tensors["b"] = Tensor.From([1, 2, 3, MathF.BitIncrement(4)], [2, 2]); break;
            case "shape": tensors["b"] = tensors["b"].Reshape(4, 1); break;
            case "name": tensors.Remove("a", out Tensor? moved); tensors["c"] = moved!; break;
            case "text": texts["y"] = " "; break;
            default: texts.Remove("x"); texts["x1"] = ""; break;
        }

        InvalidFileException error = Assert.Throws<InvalidFileException>(
            () => ContentSeal.Require(new SafeTensorsContent(tensors, texts), "file"));
        Assert.Equal("denpa.sha256", error.Place);
    }
}
