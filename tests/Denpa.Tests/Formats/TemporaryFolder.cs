namespace Denpa.Tests.Formats;

/// <summary>A folder of one test's own, gone when the test is done.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("denpa-test-");

    public string Path => folder.FullName;

    public string this[string file] => System.IO.Path.Combine(folder.FullName, file);

    public string[] Files => [.. Directory.GetFiles(folder.FullName).Select(file => System.IO.Path.GetFileName(file)).Order()];

    public void Dispose() => folder.Delete(recursive: true);
}
