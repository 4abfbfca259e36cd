namespace Denpa;

/// <summary>The bits of a Unix file's mode, which are the same on Linux and macOS.</summary>
internal static class UnixModes
{
    private const int KindMask = 0xF000;
    private const int AnyWrite = 0x92;

    public static FileKind KindOf(int mode) => (mode & KindMask) switch
    {
        0x1000 => FileKind.Pipe,
        0x2000 => FileKind.CharacterDevice,
        0x4000 => FileKind.Folder,
        0x6000 => FileKind.BlockDevice,
        0xA000 => FileKind.Link,
        0xC000 => FileKind.Socket,
        _ => FileKind.Regular,
    };

    /// <summary>Whether neither the owner nor the group nor others may write.</summary>
    public static bool IsWriteProtected(int mode) => (mode & AnyWrite) == 0;
}
