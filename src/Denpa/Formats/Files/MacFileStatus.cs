using System.Runtime.InteropServices;

namespace Denpa;

/// <summary>
/// The status of a file by stat with inodes of 64 bits (stat(2) of the macOS manual), which Intel has under a name of its own.
/// </summary>
internal static partial class MacFileStatus
{
    public static FileStatus? Of(string path, bool followLinks)
    {
        bool isIntel = RuntimeInformation.ProcessArchitecture == Architecture.X64;
        Answer answer;
        int code = (isIntel, followLinks) switch
        {
            (true, true) => AskOnIntel(path, out answer),
            (true, false) => AskOfLinkOnIntel(path, out answer),
            (false, true) => Ask(path, out answer),
            (false, false) => AskOfLink(path, out answer),
        };
        if (code != 0) return null;
        return new FileStatus(
            UnixModes.KindOf(answer.Mode),
            new FileIdentity((uint)answer.Device, answer.Inode),
            UnixModes.IsWriteProtected(answer.Mode),
            answer.Names,
            answer.Owner,
            answer.Group);
    }

    [LibraryImport("libc", EntryPoint = "stat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Ask(string path, out Answer answer);

    [LibraryImport("libc", EntryPoint = "lstat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AskOfLink(string path, out Answer answer);

    [LibraryImport("libc", EntryPoint = "lstat$INODE64", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AskOfLinkOnIntel(string path, out Answer answer);

    [LibraryImport("libc", EntryPoint = "stat$INODE64", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AskOnIntel(string path, out Answer answer);

    [StructLayout(LayoutKind.Explicit, Size = 144)]
    private struct Answer
    {
        [FieldOffset(0)]
        public int Device;

        [FieldOffset(4)]
        public ushort Mode;

        [FieldOffset(6)]
        public ushort Names;

        [FieldOffset(8)]
        public ulong Inode;

        [FieldOffset(16)]
        public uint Owner;

        [FieldOffset(20)]
        public uint Group;
    }
}
