namespace Denpa.Architecture.Tests;

/// <summary>
/// The order of a project's rooms. A room is a folder of the project with the folders in it, of which one can be a room of its own:
/// then it stands in the order by its path, as in <c>Kernels/Workers</c>.
/// </summary>
/// <param name="Project">The project, a folder of <c>src/</c>.</param>
/// <param name="AssemblyName">The assembly, which others may have as a friend.</param>
/// <param name="Rows">The rooms from the bottom up: each sees those of lower rows, and not those beside it.</param>
internal sealed record RoomOrder(string Project, string AssemblyName, string[][] Rows)
{
    /// <summary>The room of the files that lie in no folder.</summary>
    public const string Root = ".";

    /// <summary>The few pairs that may be seen though the second does not lie below the first.</summary>
    public (string Room, string Seen)[] Allowed { get; init; } = [];

    /// <summary>The rooms from the bottom up.</summary>
    public IEnumerable<string> Rooms => Rows.SelectMany(row => row);

    /// <summary>The room of a file: the longest listed folder that it lies in, else its first folder.</summary>
    /// <param name="path">The file's path below the project, with slashes.</param>
    public string RoomOf(string path) =>
        Rooms.Where(room => path.StartsWith($"{room}/", StringComparison.Ordinal)).MaxBy(room => room.Length)
        ?? (path.IndexOf('/', StringComparison.Ordinal) is var end and >= 0 ? path[..end] : Root);

    /// <summary>The room of something that several files declare: the lowest of theirs.</summary>
    public string RoomOf(IEnumerable<string> paths) => paths.Select(RoomOf).MinBy(RowOf)!;

    /// <summary>Whether files of a room may name what is declared in another.</summary>
    public bool MaySee(string room, string seen) => room == seen || RowOf(room) > RowOf(seen) || Allowed.Contains((room, seen));

    private int RowOf(string room) => Array.FindIndex(Rows, row => row.Contains(room));
}
