namespace Denpa.Tables.Tests;

/// <summary>A folder of one test's own, gone when the test is done.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("denpa-test-");

    public string this[string file] => Path.Combine(folder.FullName, file);

    public void Dispose() => folder.Delete(recursive: true);
}
