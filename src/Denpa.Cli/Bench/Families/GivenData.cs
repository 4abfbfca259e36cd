namespace Denpa.Cli.Bench.Families;

/// <summary>Data and weights that another program made, as .npy files in a folder.</summary>
internal static class GivenData
{
    public static Tensor Read(string folder, string name) => Npy.Read(Path.Combine(folder, $"{name}.npy"));

    /// <summary>Gives a model the weights of files that bear its parameters' names.</summary>
    public static Sequential LoadWeights(string folder, Sequential model)
    {
        model.LoadState(model.Parameters.ToDictionary(parameter => parameter.Name, parameter => Read(folder, parameter.Name)));
        return model;
    }

    public static double[] Numbers(Tensor tensor) => tensor.To(DType.Float64).ToArray<double>();
}
