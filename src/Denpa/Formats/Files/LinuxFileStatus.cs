using System.Runtime.InteropServices;

namespace Denpa;

/// <summary>The status of a file by statx, whose answer has one layout on every processor (statx(2) of the Linux manual).</summary>
internal static partial class LinuxFileStatus
{
    private const int FromWorkingFolder = -100;
    private const int NotFollowing = 0x100;
    private const uint BasicFields = 0x7ff;

    public static FileStatus? Of(string path, bool followLinks)
    {
        if (Ask(FromWorkingFolder, path, followLinks ? 0 : NotFollowing, BasicFields, out Answer answer) != 0) return null;
        ulong volume = ((ulong)answer.DeviceMajor << 32) | answer.DeviceMinor;
        return new FileStatus(
            UnixModes.KindOf(answer.Mode),
            new FileIdentity(volume, answer.Inode),
            UnixModes.IsWriteProtected(answer.Mode),
            answer.Names,
            answer.Owner,
            answer.Group);
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Ask(int folder, string path, int flags, uint fields, out Answer answer);

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Answer
    {
        [FieldOffset(16)]
        public uint Names;

        [FieldOffset(20)]
        public uint Owner;

        [FieldOffset(24)]
        public uint Group;

        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;
    }
}
