namespace Denpa.Tables;

/// <summary>The words of a text.</summary>
internal static class TextWords
{
    /// <summary>
    /// Runs of letters and digits, in small letters; of Chinese and Japanese letters, which have no spaces between words, each two
    /// neighbours, or the one where it stands alone.
    /// </summary>
    public static List<string> Of(string text)
    {
        List<string> words = [];
        for (int start = 0; start < text.Length;)
        {
            if (!IsInWord(text[start]))
            {
                start++;
                continue;
            }

            bool isUnspaced = IsUnspaced(text[start]);
            int end = start + 1;
            while (end < text.Length && IsInWord(text[end]) && IsUnspaced(text[end]) == isUnspaced) end++;
            if (!isUnspaced || end - start == 1) words.Add(text[start..end].ToLowerInvariant());
            else for (int i = start; i < end - 1; i++) words.Add(text.Substring(i, 2));
            start = end;
        }

        return words;
    }

    private static bool IsInWord(char letter) => char.IsLetterOrDigit(letter) || letter == 'ー' || char.IsSurrogate(letter);

    private static bool IsUnspaced(char letter) => letter is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';
}
