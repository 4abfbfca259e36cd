namespace Denpa.Tests;

public sealed class TensorTests
{
    [Fact]
    public void An_index_for_each_axis_finds_an_element()
    {
        Tensor x = Tensor.Arange(24).Reshape(2, 3, 4);
        Assert.Equal(23, x[1, 2, 3]);
        Assert.Equal(12, x[1, 0, 0]);
        Assert.Equal(7, Tensor.Scalar(7)[[]]);
    }

    [Fact]
    public void An_index_that_finds_nothing_is_refused()
    {
        Tensor x = Tensor.Zeros([2, 3]);
        Assert.Equal(
            "index: 3 is out of range on axis 1 of [2, 3], whose indices are 0 to 2",
            Assert.Throws<ShapeException>(() => x[0, 3]).Message);
        Assert.Throws<ShapeException>(() => x[-1, 0]);
        Assert.Equal("index: [2, 3] has 2 axes, but 1 index was given", Assert.Throws<ShapeException>(() => x[0]).Message);
    }

    [Fact]
    public void The_only_element_is_the_item()
    {
        Assert.Equal(3, Tensor.From(3.0).Item());
        Assert.Equal(1, Tensor.From(true).Item());
        Assert.Equal(
            "item: the tensor float32 [2, 3] has 6 elements, not one",
            Assert.Throws<ShapeException>(() => Tensor.Zeros([2, 3]).Item()).Message);
    }

    [Fact]
    public void Elements_are_read_in_their_own_type_only()
    {
        Tensor x = Tensor.Zeros([2]);
        Assert.Throws<DTypeException>(() => x.ToArray<double>());
        Assert.Throws<DTypeException>(() => x.AsMemory<long>());
        DTypeException error = Assert.Throws<DTypeException>(() => x.ToArray<byte>());
        Assert.Contains("float32 [2]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Spans_and_memories_see_the_tensors_own_stretch_of_its_storage()
    {
        Tensor rows = Tensor.Arange(12).Reshape(4, 3).Rows(1..3);
        Assert.Equal([3, 4, 5, 6, 7, 8], rows.AsSpan<long>().ToArray());
        Assert.Equal([3, 4, 5, 6, 7, 8], rows.AsMemory<long>().ToArray());
    }

    [Fact]
    public void An_array_is_a_copy()
    {
        Tensor x = Tensor.From(1.0, 2);
        x.ToArray<double>()[0] = 9;
        Assert.Equal(1, x[0]);
    }

    [Fact]
    public void Element_types_know_their_names_and_sizes()
    {
        Assert.Equal(["float32", "float64", "int64", "bool", "uint8"], Enum.GetValues<DType>().Select(dtype => dtype.Name));
        Assert.Equal([4, 8, 8, 1, 1], Enum.GetValues<DType>().Select(dtype => dtype.SizeInBytes));
        Assert.Equal([DType.Float32, DType.Float64], Enum.GetValues<DType>().Where(dtype => dtype.IsFloatingPoint));
        Assert.Throws<ArgumentException>(() => DTypes.Of<int>());
    }
}
