using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Denpa.Cli;

/// <summary>
/// What the system lets this process have. With less than the runtime needs to load its parts, it fails anywhere and tells of that by a
/// page of its own, so this is looked at first, by as few parts as can be.
/// </summary>
internal static partial class ProcessLimits
{
    private const ulong LeastFiles = 96;
    private const ulong LeastMegabytes = 128;
    private const int StandardError = 2;
    private const int DataOnUnix = 2;
    private const int FilesOnLinux = 7;
    private const int FilesOnMac = 8;

    /// <summary>Whether there is enough of everything; if not, says of what, in one line.</summary>
    public static bool Suffice()
    {
        if (OperatingSystem.IsWindows()) return true;
        string? problem = null;
        if (Limit(OperatingSystem.IsMacOS() ? FilesOnMac : FilesOnLinux) is var files && files < LeastFiles)
        {
            problem = "only " + files + " files may be open at once, and denpa takes up to " + LeastFiles + " — raise the limit: ulimit -n";
        }
        else if (Limit(DataOnUnix) >> 20 is var megabytes && megabytes < LeastMegabytes)
        {
            problem = "only " + megabytes + " MB may be taken, and denpa takes " + LeastMegabytes +
                " and more — raise the limit: ulimit -d";
        }

        if (problem is null) return true;
        using FileStream error = new(new SafeFileHandle(StandardError, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        error.Write(Encoding.UTF8.GetBytes("denpa: " + problem + "\n"));
        return false;
    }

    private static ulong Limit(int resource) => Ask(resource, out Answer answer) == 0 ? answer.Now : ulong.MaxValue;

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int Ask(int resource, out Answer answer);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Answer
    {
        public readonly ulong Now;
        public readonly ulong Most;
    }
}
