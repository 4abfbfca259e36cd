using Denpa.Cli.Output;
using Denpa.Tables;

namespace Denpa.Cli.Files;

/// <summary>The data of a command: a table from a file or standard input, IDX files of images, or the built-in digits.</summary>
internal static class DataInput
{
    /// <summary>The table of a file; of standard input for -, the digits for null.</summary>
    public static Table Read(string? path, TableOptions? options = null) => path switch
    {
        null => Digits.Table(),
        "-" => Table.Read(StandardStreams.OpenInput(), CommandText.StandardInput, options),
        _ => Table.Read(path, options),
    };

    /// <summary>The images and labels of two IDX files; null for null.</summary>
    public static Table? ReadImages(string[]? files) => files is [string images, string labels] ? ImageTable.ReadIdx(images, labels) : null;
}
