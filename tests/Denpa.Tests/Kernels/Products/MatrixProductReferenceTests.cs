using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

public sealed class MatrixProductReferenceTests
{
    // [[1, 2, 3], [4, 5, 6]] · [[7, 8], [9, 10], [11, 12]], worked out by hand.
    private static readonly long[] Expected = [58, 64, 139, 154];

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void A_product_worked_out_by_hand(bool transposeLeft, bool transposeRight)
    {
        long[] left = transposeLeft ? [1, 4, 2, 5, 3, 6] : [1, 2, 3, 4, 5, 6];
        long[] right = transposeRight ? [7, 9, 11, 8, 10, 12] : [7, 8, 9, 10, 11, 12];
        long[] destination = new long[4];
        MatrixProductReference.Multiply<long>(left, right, destination, 2, 2, 3, transposeLeft, transposeRight);
        Assert.Equal(Expected, destination);
    }
}
