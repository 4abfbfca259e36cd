using System.Reflection;
using Denpa.Tables;

namespace Denpa.PublicApi;

/// <summary>A library's public API as the repository keeps it, beside the API that the built assembly has.</summary>
public sealed class Baseline
{
    private Baseline(string package, Assembly assembly)
    {
        Package = package;
        Path = System.IO.Path.Combine(Folder, $"{package}.txt");
        Actual = ApiListing.Of(assembly);
    }

    /// <summary>One for each library that is packed.</summary>
    public static IReadOnlyList<Baseline> All { get; } =
    [
        new("Denpa", typeof(Tensor).Assembly),
        new("Denpa.Tables", typeof(Table).Assembly),
        new("Denpa.Tables.DataView", typeof(DataViewTable).Assembly),
        new("Denpa.Tables.Excel", typeof(ExcelTable).Assembly),
        new("Denpa.Tables.Parquet", typeof(ParquetTable).Assembly),
    ];

    /// <summary>The library's package.</summary>
    public string Package { get; }

    /// <summary>The file of the baseline.</summary>
    public string Path { get; }

    /// <summary>The lines of the built assembly.</summary>
    public IReadOnlyList<string> Actual { get; }

    private static string Folder => typeof(Baseline).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "BaselineFolder").Value!;

    /// <summary>The lines that the repository keeps.</summary>
    public string[] Accepted() => File.Exists(Path) ? File.ReadAllLines(Path) : [];

    /// <summary>Keeps the lines of the built assembly from now on.</summary>
    public void Accept() => File.WriteAllText(Path, string.Concat(Actual.Select(line => $"{line}\n")));
}
