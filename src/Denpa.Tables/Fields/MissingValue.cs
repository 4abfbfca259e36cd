using System.Text;

namespace Denpa.Tables;

/// <summary>
/// What stands for a value that is not there: an empty field, NA, na, N/A and null in any case, and a question mark.
/// "Na" is none of them: it is sodium.
/// </summary>
internal static class MissingValue
{
    public static bool Is(ReadOnlySpan<byte> field) => field.Length switch
    {
        0 => true,
        1 => field[0] == (byte)'?',
        2 => field.SequenceEqual("NA"u8) || field.SequenceEqual("na"u8),
        3 => Ascii.EqualsIgnoreCase(field, "n/a"u8),
        4 => Ascii.EqualsIgnoreCase(field, "null"u8),
        _ => false,
    };
}
