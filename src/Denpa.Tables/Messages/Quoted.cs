using System.Text;

namespace Denpa.Tables;

/// <summary>Foreign text as a message may show it: quoted, short, and with nothing in it that is not seen.</summary>
internal static class Quoted
{
    private const int LongestShown = 40;

    public static string Text(string text)
    {
        StringBuilder shown = new("\"");
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (shown.Length > LongestShown)
            {
                shown.Append('…');
                break;
            }

            if (VisibleText.IsShown(rune)) shown.Append(rune);
            else shown.Append(VisibleText.Stand);
        }

        return shown.Append('"').ToString();
    }

    /// <summary>The first few of many, as a list in a sentence.</summary>
    public static string List(IReadOnlyCollection<string> texts, int shown = 5)
    {
        string head = string.Join(", ", texts.Take(shown).Select(Plain));
        return texts.Count > shown ? head + ", …" : head;
    }

    /// <summary>The same without the quotes.</summary>
    public static string Plain(string text) => Text(text)[1..^1];
}
