using System.Security.Cryptography;
using System.Text;

namespace Denpa;

/// <summary>
/// The names of files that are being written: a random number, and a digest of it with the name of the file to be. A file that a person
/// made has no such name, so those that killed processes left can be told from all others.
/// </summary>
internal static class TemporaryFileName
{
    private const string Prefix = ".denpa-";
    private const string Ending = ".tmp";
    private const int DigitsOfHalf = 16;

    /// <summary>A new name beside the file that is to be written.</summary>
    public static string For(string target)
    {
        string random = RandomNumberGenerator.GetHexString(DigitsOfHalf, lowercase: true);
        return $"{Prefix}{random}{Digest(target, random)}{Ending}";
    }

    /// <summary>Whether a name is one that <see cref="For"/> gave for this file.</summary>
    public static bool IsFor(string target, string name)
    {
        if (name.Length != Prefix.Length + (2 * DigitsOfHalf) + Ending.Length) return false;
        if (!name.StartsWith(Prefix, StringComparison.Ordinal) || !name.EndsWith(Ending, StringComparison.Ordinal)) return false;
        string random = name.Substring(Prefix.Length, DigitsOfHalf);
        return name.AsSpan(Prefix.Length + DigitsOfHalf, DigitsOfHalf).SequenceEqual(Digest(target, random));
    }

    private static string Digest(string target, string random)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{random}/{Path.GetFileName(target)}"));
        return Convert.ToHexStringLower(hash)[..DigitsOfHalf];
    }
}
