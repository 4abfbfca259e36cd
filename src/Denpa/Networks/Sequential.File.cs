namespace Denpa;

/// <content>A network in a file.</content>
public sealed partial class Sequential
{
    /// <summary>Reads a network that was saved whole. It is in its mode for use.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kinds">The kinds of layers that it may hold; Denpa's own when left out.</param>
    /// <param name="generator">Where layers such as dropout draw from in training; one of seed 0 when left out.</param>
    /// <exception cref="InvalidFileException">The file is no network, damaged, or has layers that are not known; it says where.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Sequential Load(string path, LayerKinds? kinds = null, Generator? generator = null)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Load(stream, path, kinds, generator);
    }

    /// <summary>Reads a network that was saved whole from a stream, from its position to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="kinds">The kinds of layers that it may hold; Denpa's own when left out.</param>
    /// <param name="generator">Where layers such as dropout draw from in training; one of seed 0 when left out.</param>
    /// <exception cref="InvalidFileException">The content is no network, damaged, or has layers that are not known; it says
    /// where.</exception>
    public static Sequential Load(Stream stream, string name, LayerKinds? kinds = null, Generator? generator = null) =>
        NetworkFile.Read(stream, name, kinds ?? new LayerKinds(), generator ?? new Generator());

    /// <summary>
    /// Writes the whole network, what it is made of and its weights, as one safetensors file; all of it or nothing. Which parameters are
    /// frozen and where dropout draws from are a training's affair and not kept.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="NotSupportedException">A layer of another program does not say what it is made of.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => AtomicFile.Write(path, Save);

    /// <summary>Writes the whole network to a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <exception cref="NotSupportedException">A layer of another program does not say what it is made of.</exception>
    public void Save(Stream stream) => NetworkFile.Write(stream, this);
}
