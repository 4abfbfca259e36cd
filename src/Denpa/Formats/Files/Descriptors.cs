using System.Runtime.InteropServices;

namespace Denpa;

/// <summary>The descriptors of the process.</summary>
internal static partial class Descriptors
{
    private const int AskForFlags = 1;
    private const int ClosesOnExec = 1;

    /// <summary>
    /// Whether the process was started with a descriptor. When it was not, the runtime has most likely given the number to a file of its
    /// own, which writing to would harm; those it opens so that they close on exec, as nothing can be that came through one.
    /// </summary>
    public static bool IsInherited(int descriptor)
    {
        if (OperatingSystem.IsWindows()) return true;
        int flags = Ask(descriptor, AskForFlags);
        return flags >= 0 && (flags & ClosesOnExec) == 0;
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Ask(int descriptor, int question);
}
