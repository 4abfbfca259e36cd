using System.Collections.Frozen;

namespace Denpa.Tables;

/// <summary>Yes and no in their usual spellings, which are one thing wherever a column has nothing else.</summary>
internal static class BooleanText
{
    private static readonly (string No, string Yes)[] Pairs =
    [
        ("no", "yes"), ("n", "y"), ("false", "true"), ("f", "t"), ("off", "on"), ("0", "1"), ("0.0", "1.0"), (".false.", ".true."),
        ("いいえ", "はい"), ("無", "有"), ("無し", "有り"), ("なし", "あり"), ("×", "○"), ("✕", "〇"), ("✗", "✓"), ("✘", "✔"), ("☓", "◯"), ("偽", "真"),
        ("否", "是"), ("否", "可"), ("不可", "可"), ("未", "済"), ("非", "是"), ("nein", "ja"), ("falsch", "wahr"), ("non", "oui"),
        ("faux", "vrai"), ("no", "sí"), ("no", "si"), ("falso", "verdadero"), ("não", "sim"), ("нет", "да"), ("nie", "tak"), ("否", "对"),
    ];

    private static readonly FrozenDictionary<string, bool> Known = Pairs
        .SelectMany(pair => (KeyValuePair<string, bool>[])[new(pair.No, false), new(pair.Yes, true)])
        .DistinctBy(pair => pair.Key)
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a text says; null where it is neither.</summary>
    public static bool? Read(string text) => Known.TryGetValue(text.Trim(), out bool value) ? value : null;
}
