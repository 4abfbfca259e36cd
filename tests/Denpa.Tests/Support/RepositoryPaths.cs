namespace Denpa.Tests.Support;

/// <summary>Where the repository lies on this machine, found upward from the folder the tests run in.</summary>
public static class RepositoryPaths
{
    /// <summary>The folder that holds <c>Denpa.slnx</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of the fixtures made by PyTorch, <c>tests/Reference</c>.</summary>
    public static string Reference { get; } = Path.Combine(Root, "tests", "Reference");

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Denpa.slnx")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Denpa.slnx.");
    }
}
