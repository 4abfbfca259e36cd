using System.Text;
using Denpa.Tests.Support;
using static System.FormattableString;

namespace Denpa.Architecture.Tests;

/// <summary>The rooms of all projects with what each of them sees, as <c>docs/architecture.md</c> shows them between two marks.</summary>
internal static class DependencyPicture
{
    private const string Begin = "<!-- The rooms begin here, as tests/Denpa.Architecture.Tests writes them. -->";
    private const string End = "<!-- The rooms end here. -->";

    private static string Page => Path.Combine(RepositoryPaths.Root, "docs", "architecture.md");

    /// <summary>The picture that the page has.</summary>
    public static string Shown()
    {
        (int before, int after) = Marks(out string? text);
        return text[before..after];
    }

    /// <summary>Puts a picture into the page.</summary>
    public static void Show(string picture)
    {
        (int before, int after) = Marks(out string? text);
        File.WriteAllText(Page, text[..before] + picture + text[after..]);
    }

    /// <summary>The picture of projects as they are.</summary>
    public static string Of(IEnumerable<ReadProject> projects)
    {
        StringBuilder picture = new("\n");
        foreach (ReadProject project in projects)
        {
            picture.Append(Invariant($"\n**{project.Order.Project}**\n\n| row | room | sees |\n| --- | --- | --- |\n"));
            IReadOnlyDictionary<string, IReadOnlyList<string>> seen = project.Seen();
            foreach ((int row, string[]? rooms) in project.Order.Rows.Index())
            {
                foreach (string room in rooms) picture.Append(Invariant($"| {row + 1} | {NameOf(room)} | {NamesOf(seen[room])} |\n"));
            }
        }

        return picture.Append('\n').ToString();
    }

    private static string NameOf(string room) => room == RoomOrder.Root ? "files in no folder" : room;

    private static string NamesOf(IEnumerable<string> rooms) => string.Join(", ", rooms.Select(NameOf));

    private static (int Begin, int End) Marks(out string text)
    {
        text = File.ReadAllText(Page);
        return (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
    }
}
