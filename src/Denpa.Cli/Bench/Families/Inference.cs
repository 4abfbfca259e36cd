namespace Denpa.Cli.Bench.Families;

/// <summary>A <see cref="Predictor"/> that is given one row at a time.</summary>
internal sealed class Inference(Network network) : IFollowable
{
    public double[] Time(Timing timing)
    {
        Predictor predictor = new(network.Create());
        Tensor row = Tensor.Uniform([1, network.Inputs], new Generator(seed: 2));
        return timing.Repeat(() => predictor.Predict(row));
    }

    /// <summary>The outputs of the given row.</summary>
    public double[] Follow(string folder)
    {
        Predictor predictor = new(GivenData.LoadWeights(folder, network.Create()));
        Tensor features = GivenData.Read(folder, "features");

        // The second time it runs what it recorded the first time.
        predictor.Predict(features);
        return GivenData.Numbers(predictor.Predict(features));
    }
}
