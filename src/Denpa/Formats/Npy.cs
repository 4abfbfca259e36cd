namespace Denpa;

/// <summary>
/// NumPy's format of one array (.npy), versions 1.0 and 2.0, row-major: float32, float64, int64, bool and uint8. Format:
/// numpy.lib.format in NumPy's manual.
/// </summary>
public static class Npy
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidFileException">The file is not a valid .npy file that Denpa takes; it says where and why.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Tensor Read(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Read(stream, path);
    }

    /// <summary>Reads a stream from its position to its end. One that cannot seek, as of a pipe, is taken into memory first.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidFileException">The content is not valid; it says where and why.</exception>
    public static Tensor Read(Stream stream, string name)
    {
        stream = SeekableStream.Of(stream, name);
        TensorSpec spec = NpyHeader.Read(stream, name);
        long available = stream.Length - stream.Position;
        if (available != TensorBytes.Count(spec))
        {
            string reason = $"{spec} takes {TensorBytes.Count(spec)} bytes, but {available} follow the header";
            throw new InvalidFileException(name, "data", reason);
        }

        return TensorBytes.Read(stream, spec, name, "data");
    }

    /// <summary>Writes a file, whole or not at all.</summary>
    public static void Write(string path, Tensor tensor) => AtomicFile.Write(path, stream => Write(stream, tensor));

    /// <summary>Writes to a stream.</summary>
    public static void Write(Stream stream, Tensor tensor)
    {
        stream.Write(NpyHeader.Write(tensor.Spec));
        TensorBytes.Write(stream, tensor);
    }
}
