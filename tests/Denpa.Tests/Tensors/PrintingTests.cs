using System.Text.Json;
using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class PrintingTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Printings), MemberType = typeof(ReferenceFixtures))]
    public void Tensors_print_as_arrays_do_in_NumPy(ReferencePrinting reference)
    {
        Tensor tensor = Read(reference);
        string text = reference.Precision is { } precision ? tensor.ToString(precision) : tensor.ToString();
        Assert.Equal(reference.Text, text, ignoreLineEndingDifferences: false);
    }

    [Fact]
    public void The_greatest_and_least_integers_print_in_full()
    {
        Tensor tensor = Tensor.From<long>(long.MinValue, 0, long.MaxValue);
        Assert.Equal("[-9223372036854775808                    0  9223372036854775807]", tensor.ToString());
    }

    [Fact]
    public void A_large_tensor_prints_its_edges()
    {
        string text = Tensor.Zeros([3000, 2000]).ToString();
        Assert.Equal(7, text.Split('\n').Length);
        Assert.Equal("[[0. 0. 0. ... 0. 0. 0.]", text.Split('\n')[0]);
    }

    [Fact]
    public void A_negative_precision_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Scalar(1).ToString(-1));

    private static Tensor Read(ReferencePrinting reference) => reference.DType switch
    {
        "float32" => Tensor.From<float>([.. reference.Values.Select(value => (float)Number(value))], reference.Shape),
        "float64" => Tensor.From<double>([.. reference.Values.Select(Number)], reference.Shape),
        "int64" => Tensor.From<long>([.. reference.Values.Select(value => value.GetInt64())], reference.Shape),
        "uint8" => Tensor.From<byte>([.. reference.Values.Select(value => value.GetByte())], reference.Shape),
        _ => Tensor.From<bool>([.. reference.Values.Select(value => value.GetInt64() != 0)], reference.Shape),
    };

    private static double Number(JsonElement value) => value.ToString() switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        "nan" => double.NaN,
        _ => value.GetDouble(),
    };
}
