namespace Denpa.Cli.Options;

/// <summary>Letters and digits of full width, as Japanese keyboards write them, in the width of all others.</summary>
internal static class PlainWidth
{
    private const char First = '！';
    private const char Last = '～';
    private const char Blank = '\u3000';

    /// <summary>The text in plain width.</summary>
    public static string Of(string text) => string.Create(text.Length, text, (plain, given) =>
    {
        for (int i = 0; i < given.Length; i++)
        {
            plain[i] = given[i] switch
            {
                >= First and <= Last => (char)(given[i] - First + '!'),
                Blank => ' ',
                _ => given[i],
            };
        }
    });
}
