namespace Denpa.Tables;

/// <summary>The weights of a model, as those that another training begins with.</summary>
internal static class StartingWeights
{
    /// <summary>Puts a model's weights into a network.</summary>
    /// <param name="from">The model.</param>
    /// <param name="network">The network.</param>
    /// <param name="dtype">The network's element type.</param>
    /// <exception cref="ArgumentException">The network has other layers; the message says which.</exception>
    public static void Load(TableModel from, Sequential network, DType dtype)
    {
        try
        {
            network.LoadState(from.Network.SaveState());
        }
        catch (ArgumentException problem)
        {
            string theirs = $"{TableNetwork.Describe(from.Network)} of {from.Settings.DType.Name}";
            string ours = $"{TableNetwork.Describe(network)} of {dtype.Name}";
            const string cure = "give the options that it was trained with";
            throw new ArgumentException(
                $"the model to start from has different layers: {theirs}, and here they are {ours} — {cure}", problem);
        }
    }
}
