namespace Denpa;

/// <summary>
/// What the system knows of the file at a path: what it is, which one it is, and whose. Two paths lead to one file, by symbolic or hard
/// links or by other ways of writing the path, exactly when their identities are equal.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Identity">The same for all paths of one file.</param>
/// <param name="IsWriteProtected">Whether nobody may write to it, so that it is meant to stay as it is.</param>
/// <param name="Names">How many names it has, hard links all of them; 1 where that is not known.</param>
/// <param name="Owner">The owner's number; 0 on Windows.</param>
/// <param name="Group">The group's number; 0 on Windows.</param>
internal readonly record struct FileStatus(FileKind Kind, FileIdentity Identity, bool IsWriteProtected, uint Names, uint Owner, uint Group)
{
    /// <summary>The file at a path, without opening it; null when there is none, or its folders may not be looked into.</summary>
    /// <param name="path">The path.</param>
    /// <param name="followLinks">Whether the file is the one behind any symbolic links, or the link itself.</param>
    public static FileStatus? Of(string path, bool followLinks = true)
    {
        if (path.Contains('\0')) return null;
        if (OperatingSystem.IsLinux()) return LinuxFileStatus.Of(path, followLinks);
        if (OperatingSystem.IsMacOS()) return MacFileStatus.Of(path, followLinks);
        if (!followLinks && LinkAt(path) is { } link) return link;
        return OperatingSystem.IsWindows() ? WindowsFileStatus.Of(path) : OfAnySystem(path);
    }

    private static FileStatus? LinkAt(string path) => new FileInfo(path).LinkTarget is null
        ? null
        : new FileStatus(FileKind.Link, new FileIdentity(0, 0, Path.GetFullPath(path)), IsWriteProtected: false, Names: 1, 0, 0);

    /// <summary>What .NET itself knows, where nothing better is to be had: the path with its links followed stands for the file.</summary>
    private static FileStatus? OfAnySystem(string path)
    {
        FileSystemInfo? found = Directory.Exists(path) ? new DirectoryInfo(path) : File.Exists(path) ? new FileInfo(path) : null;
        if (found is null) return null;
        FileSystemInfo file = found.ResolveLinkTarget(returnFinalTarget: true) ?? found;
        FileKind kind = file is DirectoryInfo ? FileKind.Folder : FileKind.Regular;
        bool isProtected = (file.Attributes & FileAttributes.ReadOnly) != 0;
        return new FileStatus(kind, new FileIdentity(0, 0, file.FullName), isProtected, Names: 1, 0, 0);
    }
}

/// <summary>One file among all: its number on its volume, or where there are no such numbers its full path.</summary>
internal readonly record struct FileIdentity(ulong Volume, ulong Number, string? Path = null);
