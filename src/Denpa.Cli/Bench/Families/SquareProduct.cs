namespace Denpa.Cli.Bench.Families;

/// <summary>The product of two square matrices of float32, as anyone would write it.</summary>
internal sealed class SquareProduct(int size) : IFollowable
{
    public double[] Time(Timing timing)
    {
        Generator generator = new(seed: 1);
        Tensor left = Tensor.Uniform([size, size], generator, low: -1);
        Tensor right = Tensor.Uniform([size, size], generator, low: -1);
        return timing.Repeat(() => left.MatMul(right));
    }

    /// <summary>The last row of the product.</summary>
    public double[] Follow(string folder)
    {
        Tensor product = GivenData.Read(folder, "left").MatMul(GivenData.Read(folder, "right"));
        return GivenData.Numbers(product.Rows(^1..));
    }
}
