using System.Globalization;

namespace Denpa;

/// <summary>
/// Where what is written to a path goes: into the file that it names, behind any symbolic links, or through a pipe, a character device or
/// a descriptor of this process.
/// </summary>
internal sealed class FileDestination
{
    private const int MostLinks = 40;
    private static readonly string[] FoldersOfDescriptors = ["/dev/fd/", "/proc/self/fd/"];

    private FileDestination(string path, FileStatus? status, int? descriptor) => (Path, Status, Descriptor) = (path, status, descriptor);

    /// <summary>The full path of the file, with the links at its end followed.</summary>
    public string Path { get; }

    /// <summary>What stands there; null when nothing does.</summary>
    public FileStatus? Status { get; }

    /// <summary>The number of this process's own descriptor that the path stands for, as /dev/stdout does for 1.</summary>
    public int? Descriptor { get; }

    /// <summary>Whether bytes go through it, so that nothing can take its place.</summary>
    public bool IsPassage => Descriptor is not null || Status is { Kind: FileKind.Pipe or FileKind.CharacterDevice };

    /// <summary>Finds out where a path leads.</summary>
    /// <exception cref="IOException">The path leads to a folder, a socket or a block device, or its links go in a circle.</exception>
    public static FileDestination Of(string path)
    {
        string target = System.IO.Path.GetFullPath(path);
        for (int links = 0; links <= MostLinks; links++)
        {
            if (DescriptorOf(target) is { } descriptor)
            {
                return Descriptors.IsInherited(descriptor)
                    ? new FileDestination(target, FileStatus.Of(target), descriptor)
                    : throw new IOException($"{path}: descriptor {descriptor} is not open");
            }

            if (LinkAt(target) is not { } next) return Require(path, new FileDestination(target, FileStatus.Of(target), null));
            string behind = System.IO.Path.GetFullPath(next, System.IO.Path.GetDirectoryName(target)!);

            // Another process's descriptor looks like a link to a file that is not there, and leads to a pipe all the same.
            if (FileStatus.Of(behind) is null && FileStatus.Of(target) is { } status)
                return Require(path, new FileDestination(target, status, null));
            target = behind;
        }

        throw new IOException($"{path}: its symbolic links go in a circle");
    }

    /// <summary>Where a path leads, or null where <see cref="Of"/> refuses it.</summary>
    public static FileDestination? TryOf(string path)
    {
        try
        {
            return Of(path);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Opens a passage for writing. A pipe without a reader waits for one.</summary>
    public Stream OpenPassage() => Descriptor is { } number
        ? new DescriptorStream(number)
        : new FileStream(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

    private static FileDestination Require(string path, FileDestination destination) =>
        destination.Status is { Kind: (FileKind.Folder or FileKind.Socket or FileKind.BlockDevice) and var kind }
            ? throw new IOException($"{path}: this is {FileKinds.NameOf(kind)}, where a file is to be")
            : destination;

    private static string? LinkAt(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static int? DescriptorOf(string path)
    {
        if (OperatingSystem.IsWindows()) return null;
        foreach (string folder in FoldersOfDescriptors)
        {
            if (path.StartsWith(folder, StringComparison.Ordinal)
                && int.TryParse(path.AsSpan(folder.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            {
                return number;
            }
        }

        return null;
    }
}
