namespace Denpa;

/// <summary>Files that one process at a time may hold.</summary>
internal static class FileLock
{
    /// <summary>Whether a file could not be opened because another process holds it: the system's numbers for that.</summary>
    public static bool IsHeldByAnother(IOException error)
    {
        const int sharingViolation = 32;
        const int linuxWouldBlock = 11;
        const int macWouldBlock = 35;
        return (error.HResult & 0xFFFF) is sharingViolation or linuxWouldBlock or macWouldBlock;
    }
}
