namespace Denpa;

/// <summary>What stands at a path.</summary>
internal enum FileKind
{
    /// <summary>A file of bytes on a disk.</summary>
    Regular,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A symbolic link, where links are not followed.</summary>
    Link,

    /// <summary>A named pipe, or the end of one that a descriptor holds.</summary>
    Pipe,

    /// <summary>A terminal, /dev/null and their like: bytes go through it.</summary>
    CharacterDevice,

    /// <summary>A disk as a whole.</summary>
    BlockDevice,

    /// <summary>A socket, which cannot be opened by its path.</summary>
    Socket,
}

/// <summary>How messages call them.</summary>
internal static class FileKinds
{
    public static string NameOf(FileKind kind) => kind switch
    {
        FileKind.Folder => "a folder",
        FileKind.Link => "a link",
        FileKind.Pipe => "a pipe",
        FileKind.CharacterDevice => "a character device",
        FileKind.BlockDevice => "a block device",
        FileKind.Socket => "a socket",
        _ => "a file",
    };
}
