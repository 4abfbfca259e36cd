using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Denpa;

/// <summary>The status of a file by its number on its volume (GetFileInformationByHandle of the Windows API).</summary>
internal static partial class WindowsFileStatus
{
    public static FileStatus? Of(string path)
    {
        if (Directory.Exists(path)) return new FileStatus(FileKind.Folder, PathOf(path), IsWriteProtected: false, Names: 1, 0, 0);
        if (!File.Exists(path)) return null;
        bool isProtected = (File.GetAttributes(path) & FileAttributes.ReadOnly) != 0;
        return new FileStatus(FileKind.Regular, IdentityOf(path) ?? PathOf(path), isProtected, Names: 1, 0, 0);
    }

    private static FileIdentity PathOf(string path) => new(0, 0, Path.GetFullPath(path).ToUpperInvariant());

    /// <summary>Null for a file that another program does not let anybody open.</summary>
    private static FileIdentity? IdentityOf(string path)
    {
        try
        {
            using SafeFileHandle handle = File.OpenHandle(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (!Ask(handle, out Answer answer)) return null;
            return new FileIdentity(answer.Volume, ((ulong)answer.NumberHigh << 32) | answer.NumberLow);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [LibraryImport("kernel32", EntryPoint = "GetFileInformationByHandle")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool Ask(SafeFileHandle handle, out Answer answer);

    [StructLayout(LayoutKind.Explicit, Size = 52)]
    private struct Answer
    {
        [FieldOffset(28)]
        public uint Volume;

        [FieldOffset(44)]
        public uint NumberHigh;

        [FieldOffset(48)]
        public uint NumberLow;
    }
}
