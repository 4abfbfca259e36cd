using System.Runtime.InteropServices;
using System.Text;

namespace Denpa.Cli;

/// <summary>What stands at a path.</summary>
internal enum FileKind
{
    Nothing,
    Regular,
    Folder,
    Link,
    Pipe,
    Socket,
    Device,
}

/// <summary>Tells what stands at a path without opening it, which would wait for the other end of a pipe.</summary>
internal static class FileKinds
{
    private const int CurrentFolder = -100;
    private const int NotFollowing = 0x100;
    private const uint TypeAndLinks = 0x1 | 0x4;

    // The places of two members of Linux's struct statx, which is laid out alike on every processor.
    private const int StatusSize = 256;
    private const int LinksAt = 16;
    private const int ModeAt = 28;

    /// <summary>What stands there; a link is one, whatever it leads to.</summary>
    public static FileKind Of(string path) => Find(path, NotFollowing).Kind;

    /// <summary>What stands there or where a link leads to.</summary>
    public static FileKind BehindLinks(string path) => Find(path, 0).Kind;

    /// <summary>Whether the file that stands there has another name too, under which it would change as well.</summary>
    public static bool HasOtherName(string path) => Find(path, NotFollowing) is { Kind: FileKind.Regular, Links: > 1 };

    /// <summary>A kind in words: a pipe.</summary>
    public static string InWords(FileKind kind) => kind switch
    {
        FileKind.Nothing => "nothing",
        FileKind.Regular => "a file",
        FileKind.Folder => "a folder",
        FileKind.Link => "a link",
        FileKind.Pipe => "a pipe",
        FileKind.Socket => "a socket",
        _ => "a device",
    };

    private static (FileKind Kind, int Links) Find(string path, int flags)
    {
        byte[] status = new byte[StatusSize];
        if (!OperatingSystem.IsLinux()) return (FindManaged(path, flags), 1);
        if (StatusOf(CurrentFolder, Encoding.UTF8.GetBytes(path + '\0'), flags, TypeAndLinks, status) != 0) return (FileKind.Nothing, 0);
        FileKind kind = (BitConverter.ToUInt16(status, ModeAt) & 0xF000) switch
        {
            0x8000 => FileKind.Regular,
            0x4000 => FileKind.Folder,
            0xA000 => FileKind.Link,
            0x1000 => FileKind.Pipe,
            0xC000 => FileKind.Socket,
            _ => FileKind.Device,
        };
        return (kind, BitConverter.ToInt32(status, LinksAt));
    }

    /// <summary>Where the system's own call is not known: enough for links and folders.</summary>
    private static FileKind FindManaged(string path, int flags)
    {
        FileInfo file = new(path);
        if (file.LinkTarget is not null && flags == NotFollowing) return FileKind.Link;
        return Directory.Exists(path) ? FileKind.Folder : file.Exists ? FileKind.Regular : FileKind.Nothing;
    }

    [DllImport("libc", EntryPoint = "statx")]
    private static extern int StatusOf(int folder, byte[] path, int flags, uint mask, byte[] status);
}
