namespace Denpa.Tables;

/// <summary>Names that say that a column numbers or names its rows: id, index, no, key, uuid, and any that ends in the word id.</summary>
internal static class IdentifierNames
{
    private static readonly string[] Names = ["id", "index", "no", "key", "uuid"];
    private static readonly string[] Endings = ["_id", "-id", " id", ".id"];

    public static bool Contains(string name) =>
        Names.Contains(name, StringComparer.OrdinalIgnoreCase)
        || Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
