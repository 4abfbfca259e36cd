namespace Denpa.Tables;

/// <summary>Names by which programs and tables call the same thing: in which case and the marks between words do not count.</summary>
internal static class LooseNames
{
    /// <summary>What is left of a name: <c>BillLengthMm</c> and <c>bill_length_mm</c> are one.</summary>
    public static string Letters(string name) =>
        string.Concat(UnicodeForm.Composed(name).Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
