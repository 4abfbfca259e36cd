using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

public sealed class VectorWidthsTests
{
    [Theory]
    [InlineData(null, "Avx512")]
    [InlineData(" ", "Avx512")]
    [InlineData("avx512", "Avx512")]
    [InlineData("AVX2", "Avx2")]
    [InlineData("avx", "Avx")]
    [InlineData(" portable ", "Portable")]
    [InlineData("scalar", "Scalar")]
    public void A_width_is_read_from_the_environment(string? text, string expected)
        => Assert.Equal(expected, VectorWidths.Read(text, VectorWidth.Avx512).ToString());

    [Fact]
    public void Without_a_wish_the_widest_is_taken() => Assert.Equal(VectorWidth.Avx2, VectorWidths.Read("", VectorWidth.Avx2));

    [Fact]
    public void An_unknown_width_is_refused()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => VectorWidths.Read("neon", VectorWidth.Avx512));
        Assert.Equal(
            "vectors: DENPA_VECTORS is \"neon\", which names no width of vectors; " +
            "set it to avx512, avx2, avx, portable or scalar, or unset it.",
            error.Message);
    }

    [Theory]
    [InlineData("avx512", "Avx2")]
    [InlineData("avx2", "Avx")]
    [InlineData("avx", "Portable")]
    public void A_width_that_the_hardware_lacks_is_refused(string text, string widest)
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => VectorWidths.Read(text, Widths.Parse(widest)));
        Assert.Equal(
            $"vectors: DENPA_VECTORS is \"{text}\", but the widest vectors of this processor are {widest.ToLowerInvariant()}; " +
            "set it to that or less, or unset it.",
            error.Message);
    }
}
