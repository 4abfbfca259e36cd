using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text;

namespace Denpa.Cli.Language;

/// <summary>
/// Messages in the language of the person. The libraries say in English what is wrong; Sentences.ja.resx has the Japanese of each
/// sentence under the English one, with {0}, {1}, … where the message's own words and numbers stand. A message is made of sentences as
/// all of denpa's are: <c>place: problem; hint — cure</c>; Japanese has its own marks between them. A sentence that is not there stays
/// English.
/// </summary>
internal sealed class Sentences(CultureInfo language)
{
    private const string Place = ": ";

    /// <summary>What joins sentences, the loosest first.</summary>
    private static readonly string[] Joints = [" — ", "; "];

    private static readonly ResourceManager Catalog = new("Denpa.Cli.Language.Sentences", typeof(Sentences).Assembly);

    private static readonly Lazy<Sentences> Spoken = new(() => new Sentences(CultureInfo.CurrentUICulture));

    /// <summary>All that the language has, those with the most words of their own first.</summary>
    private readonly Sentence[] known = [.. Read(language).OrderByDescending(sentence => sentence.OwnLength)];

    /// <summary>A message in the language that this run speaks.</summary>
    public static string Of(string english) => Spoken.Value.Say(english);

    /// <summary>A message in the language, or the English one where its sentences are not known.</summary>
    public string Say(string english) => known.Length == 0 ? english : Joined(english);

    private string Joined(string text)
    {
        foreach (string joint in Joints)
        {
            if (Parts(text, joint) is { Count: > 1 } parts) return Join(parts, parts.Select(Joined), joint);
        }

        return Whole(text) ?? AfterPlace(text);
    }

    private string? Whole(string text) =>
        known.Select(sentence => sentence.Answer(text, Argument)).FirstOrDefault(answer => answer is not null);

    /// <summary>A word alone is the person's own; several may be a sentence within a sentence.</summary>
    private string Argument(string text) => text.Contains(' ', StringComparison.Ordinal) ? Part(text) : text;

    private string Part(string text) => Whole(text) ?? text;

    /// <summary>A reason behind its place; where the reason is not known, as when it is the system's, what is known of the place.</summary>
    private string AfterPlace(string text)
    {
        List<string> parts = Parts(text, Place);
        for (int i = 1; i < parts.Count; i++)
        {
            if (Whole(string.Join(Place, parts[i..])) is not { } reason) continue;
            return Join([.. parts[..i], ""], parts[..i].Select(Part).Append(reason), Place);
        }

        return Join(parts, parts.Select(Part), Place);
    }

    /// <summary>
    /// Parts behind one another. A part that stayed as it is, such as a place in a file, keeps the mark that English has behind it.
    /// </summary>
    private static string Join(List<string> english, IEnumerable<string> parts, string joint)
    {
        StringBuilder joined = new();
        int index = 0;
        foreach (string part in parts)
        {
            bool isLast = index == english.Count - 1;
            joined.Append(part);
            if (!isLast) joined.Append(part == english[index] ? joint : MarkBehind(part, joint));
            index++;
        }

        return joined.ToString();
    }

    /// <summary>The Japanese mark behind a part: a full stop where it is a sentence, a colon where it only names a place.</summary>
    private static string MarkBehind(string part, string joint) => part[^1] switch
    {
        '？' => " ",
        '）' or (>= 'ぁ' and <= 'ん') => "。",
        _ => joint == Place ? "：" : "。",
    };

    /// <summary>The parts between joints, other than those inside quotes.</summary>
    private static List<string> Parts(string text, string joint)
    {
        List<string> parts = [];
        bool isQuoted = false;
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '"') isQuoted = !isQuoted;
            if (isQuoted || string.CompareOrdinal(text, i, joint, 0, joint.Length) != 0) continue;
            parts.Add(text[start..i]);
            start = i + joint.Length;
        }

        parts.Add(text[start..]);
        return parts;
    }

    private static IEnumerable<Sentence> Read(CultureInfo language) =>
        language.Equals(CultureInfo.InvariantCulture)
        || Catalog.GetResourceSet(language, createIfNotExists: true, tryParents: false) is not { } set
            ? []
            : set.Cast<DictionaryEntry>().Select(entry => new Sentence((string)entry.Key, (string)entry.Value!));
}
