using System.Collections.Frozen;

namespace Denpa.Tables;

/// <summary>
/// Months by their names and the usual short forms of these, in English, German, Dutch, French, Spanish, Italian and Portuguese.
/// </summary>
internal static class MonthNames
{
    private static readonly string[][] Names =
    [
        ["january", "jan", "januar", "jänner", "jän", "januari", "janvier", "janv", "enero", "ene", "gennaio", "gen", "janeiro"],
        ["february", "feb", "februar", "feber", "februari", "février", "fevrier", "févr", "fév", "febrero", "febbraio", "fevereiro", "fev"],
        ["march", "mar", "märz", "maerz", "mär", "mrz", "maart", "mrt", "mars", "marzo", "março", "marco"],
        ["april", "apr", "avril", "avr", "abril", "abr", "aprile"],
        ["may", "mai", "mei", "mayo", "maggio", "mag", "maio"],
        ["june", "jun", "juni", "juin", "junio", "giugno", "giu", "junho"],
        ["july", "jul", "juli", "juillet", "juil", "julio", "luglio", "lug", "julho"],
        ["august", "aug", "augustus", "août", "aout", "agosto", "ago"],
        ["september", "sep", "sept", "septembre", "septiembre", "setiembre", "settembre", "setembro", "set"],
        ["october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre", "ott", "outubro", "out"],
        ["november", "nov", "novembre", "noviembre", "novembro"],
        ["december", "dec", "dezember", "dez", "décembre", "decembre", "déc", "diciembre", "dic", "dicembre", "dezembro"],
    ];

    private static readonly FrozenDictionary<string, int> Numbers = Names
        .SelectMany((names, month) => names.Select(name => KeyValuePair.Create(name, month + 1)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The month from 1 to 12; null where the name is of none.</summary>
    public static int? Find(string name) => Numbers.TryGetValue(name, out int month) ? month : null;
}
