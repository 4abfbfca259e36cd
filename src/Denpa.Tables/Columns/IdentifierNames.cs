using System.Text.RegularExpressions;

namespace Denpa.Tables;

/// <summary>
/// Names that say that a column numbers or names its rows: id, index, no, key, row and their like, by themselves, as the last word of a
/// name however its words are joined, or as programs and Japanese tables have them.
/// </summary>
internal static partial class IdentifierNames
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "ids", "index", "idx", "no", "no.", "nr", "nr.", "#", "№", "key", "uuid", "guid", "oid", "pk", "row", "rowid", "rownum", "rowno",
        "rownames", "row_names", "row names", "row number", "row_number", "row.number", "rownumber", "row no", "line", "lineno", "line number",
        "line_number", "s.no", "s.no.", "s no", "sno", "s_no", "sr", "sr no", "sr.no", "sr. no.", "srno", "sl no", "sl.no", "sl. no.", "slno",
        "serial", "serial no", "serial number", "serial_number", "serialno", "serialnumber", "obs", "observation", "observation number",
        "seq", "sequence", "seqno", "record", "recno", "record number", "rec", "lfd", "lfd.", "lfd nr", "lfd. nr.", "lfdnr", "nummer", "numéro",
        "番号", "連番", "通番", "行番号", "行", "整理番号", "通し番号", "項番", "識別子", "序号", "编号", "編號", "순번", "번호",
    };

    private static readonly string[] Endings = ["番号", "連番", "コード番号", "识别码"];

    public static bool Contains(string name)
    {
        string trimmed = name.Trim();
        return Names.Contains(trimmed)
            || Endings.Any(ending => trimmed.EndsWith(ending, StringComparison.Ordinal))
            || Unnamed().IsMatch(trimmed)
            || LastWord().IsMatch(trimmed);
    }

    /// <summary>What pandas calls an index without a name, and a column that held one.</summary>
    [GeneratedRegex(@"^(unnamed: ?\d+(_level_\d+)?|level_\d+|index_level_\d+|__index_level_\d+__)$", RegexOptions.IgnoreCase)]
    private static partial Regex Unnamed();

    /// <summary>The last word behind a mark, or behind a small letter in camel case: user_id, order-no, PassengerId, CustomerID, 会員ID.</summary>
    [GeneratedRegex(@"([_\-. :/](?i:id|no|nr|key|uuid|guid|rowid)\.?|\p{Ll}(Id|ID|No|NO|Nr|Key|KEY|Uuid|UUID|Guid|GUID)|[^\x00-\x7F](?i:id|no\.?))$")]
    private static partial Regex LastWord();
}
