#:property PublishAot=false

// What packages must not tell and what their symbols must hold: dotnet run packaging/Contents.cs -- PACKAGE… [--without TEXT…]
// No file has any of the texts in it; every document of the symbols lies under /_/ and has its source; where there is source link, it
// has an address for every document of the repository. Ends with 1 and a line for each that does not fit.
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text;
using System.Text.Json;

Guid embeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE"), sourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
string[] packages = [.. args.TakeWhile(argument => argument != "--without")];
string[] texts = [.. args.Skip(packages.Length + 1).Where(text => text.Length > 1)];
List<string> problems = [];
int files = 0, documents = 0, linked = 0;

foreach (string package in packages)
{
    using ZipArchive archive = ZipFile.OpenRead(package);
    foreach (ZipArchiveEntry entry in archive.Entries)
    {
        string place = $"{Path.GetFileName(package)}: {entry.FullName}";
        byte[] content = Read(entry);
        files++;
        foreach (string text in texts)
        {
            if (Has(content, Encoding.UTF8, text) || Has(content, Encoding.Unicode, text)) problems.Add($"{place} has {text} in it");
        }

        if (entry.Name.EndsWith(".pdb", StringComparison.Ordinal)) CheckSymbols(place, content);
    }
}

if (documents == 0) problems.Add("no package has symbols");
foreach (string problem in problems) Console.WriteLine(problem);
Console.WriteLine($"{files} files, {documents} documents, {linked} of them with source link");
return problems.Count == 0 ? 0 : 1;

static byte[] Read(ZipArchiveEntry entry)
{
    using MemoryStream memory = new();
    using Stream stream = entry.Open();
    stream.CopyTo(memory);
    return memory.ToArray();
}

static bool Has(byte[] content, Encoding encoding, string text) => content.AsSpan().IndexOf(encoding.GetBytes(text)) >= 0;

void CheckSymbols(string place, byte[] content)
{
    using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(content));
    MetadataReader symbols = provider.GetMetadataReader();
    string[] linkedFolders = LinkedFolders(symbols);
    foreach (DocumentHandle handle in symbols.Documents)
    {
        string name = symbols.GetString(symbols.GetDocument(handle).Name);
        documents++;
        if (!name.StartsWith("/_/", StringComparison.Ordinal)) problems.Add($"{place}: {name} is not under /_/");
        if (Information(symbols, handle, embeddedSource) is null) problems.Add($"{place}: {name} has no source in it");
        if (linkedFolders.Length == 0) continue;
        if (linkedFolders.Any(folder => name.StartsWith(folder, StringComparison.Ordinal))) linked++;
        else problems.Add($"{place}: {name} has no source link");
    }
}

string[] LinkedFolders(MetadataReader symbols) =>
    Information(symbols, EntityHandle.ModuleDefinition, sourceLink) is { } map
        ? [.. JsonDocument.Parse(map).RootElement.GetProperty("documents").EnumerateObject().Select(folder => folder.Name.TrimEnd('*'))]
        : [];

static byte[]? Information(MetadataReader symbols, EntityHandle parent, Guid kind) => symbols.GetCustomDebugInformation(parent)
    .Select(symbols.GetCustomDebugInformation)
    .Where(information => symbols.GetGuid(information.Kind) == kind)
    .Select(information => symbols.GetBlobBytes(information.Value))
    .FirstOrDefault();
