namespace Denpa.Cli.DataSets;

/// <summary>A file of a set, by what it must hold: the address may change, these bytes may not.</summary>
/// <param name="Name">The file's name; packed by gzip it ends in .gz.</param>
/// <param name="Length">Its length in bytes, unpacked.</param>
/// <param name="Sha256">The SHA-256 of its bytes, unpacked, in lower-case hexadecimal.</param>
internal sealed record PinnedFile(string Name, long Length, string Sha256);

/// <summary>A set of files to download.</summary>
internal sealed record FetchedSet(string Name, string Summary) : DataSet(Name, Summary)
{
    public override Availability Availability => Availability.Fetched;

    /// <summary>Where the files are, packed by gzip, when nowhere else is named.</summary>
    public required string Address { get; init; }

    public required IReadOnlyList<PinnedFile> Files { get; init; }
}

/// <summary>The files of Fashion-MNIST.</summary>
internal static class FashionMnist
{
    public const string Address = "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/";

    public static IReadOnlyList<PinnedFile> Files { get; } =
    [
        new("train-images-idx3-ubyte", 47_040_016, "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
        new("train-labels-idx1-ubyte", 60_008, "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
        new("t10k-images-idx3-ubyte", 7_840_016, "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
        new("t10k-labels-idx1-ubyte", 10_008, "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"),
    ];
}
