using Denpa.Cli.Ends;
using Denpa.Cli.Output;

namespace Denpa.Cli.Files;

/// <summary>
/// The files that a command reads and writes. Before it has done anything, each output is held against every input and every other
/// output, by what file it is and not by how its path is written, and is tried.
/// </summary>
internal sealed class CommandFiles(bool force)
{
    private const int StandardOutput = 1;

    private readonly List<Named> inputs = [];
    private readonly List<Named> outputs = [];
    private readonly List<Named> others = [];

    /// <summary>The page for results: on standard error where an output goes to standard output.</summary>
    public Page Page => new(OnStandardOutput is null ? Terminal.Results : Terminal.Progress);

    private Named? OnStandardOutput => outputs.FirstOrDefault(output => FileDestination.TryOf(output.Path)?.Descriptor == StandardOutput);

    /// <summary>A file that is read; a path of - is standard input.</summary>
    /// <param name="name">What the command line calls it.</param>
    /// <param name="path">The path; null when it is not given.</param>
    public CommandFiles Read(string name, string? path)
    {
        if (path == "-") path = OperatingSystem.IsWindows() ? null : "/dev/stdin";
        if (path is not null) inputs.Add(new Named(name, path));
        return this;
    }

    /// <summary>A file that is written.</summary>
    /// <param name="name">What the command line calls it.</param>
    /// <param name="path">The path; null when it is not given.</param>
    /// <param name="over">The name of an input that it may take the place of.</param>
    public CommandFiles Write(string name, string? path, string? over = null)
    {
        if (path is not null) outputs.Add(new Named(name, path, over));
        return this;
    }

    /// <summary>Files that are written by others than <see cref="OutputFile"/>, which tries them itself.</summary>
    /// <param name="name">What the command line calls it.</param>
    /// <param name="paths">The paths.</param>
    public CommandFiles Keep(string name, IEnumerable<string> paths)
    {
        others.AddRange(paths.Select(path => new Named(name, path)));
        return this;
    }

    /// <summary>Refuses outputs that could not be written, or would destroy an input or each other.</summary>
    /// <param name="json">Whether a document goes to standard output.</param>
    /// <exception cref="CommandException">There is one.</exception>
    public void Require(bool json)
    {
        foreach (Named output in outputs) OutputFile.RequireWritable(output.Path, force);
        if (json && OnStandardOutput is { } taken)
            throw new CommandException(ExitCode.Usage, $"--json: {taken.Name} goes to standard output too — name a file for it");
        Named[] written = [.. outputs, .. others];
        for (int i = 0; i < written.Length; i++)
        {
            RequireApart(written[i], inputs.Where(input => input.Name != written[i].Over));
            RequireApart(written[i], written[..i]);
            RequireApart(written[i], StandardFiles(written[i]));
            RequireApart(written[i], Program());
        }
    }

    private static void RequireApart(Named output, IEnumerable<Named> files)
    {
        if (IdentityOf(output.Path) is not { } identity) return;
        if (files.FirstOrDefault(file => IdentityOf(file.Path) == identity) is not { } same) return;
        throw new CommandException(
            ExitCode.Usage, $"{output.Path}: would be written over another file of this command, {same.Name} — name another file");
    }

    /// <summary>What runs, which /proc/self/exe leads to.</summary>
    private static IEnumerable<Named> Program() =>
        from path in new[] { Environment.ProcessPath, Path.Combine(AppContext.BaseDirectory, "denpa.dll") }
        where path is not null
        select new Named("denpa itself", path);

    /// <summary>The files that standard output and error go to, unless that is what the output is to do.</summary>
    private static IEnumerable<Named> StandardFiles(Named output) =>
        OperatingSystem.IsWindows() || FileDestination.TryOf(output.Path)?.Descriptor is not null
            ? []
            : new Named[] { new("standard output", "/dev/stdout"), new("standard error", "/dev/stderr") }
                .Where(stream => FileStatus.Of(stream.Path) is { Kind: FileKind.Regular });

    /// <summary>Which file a path leads to, also one that is yet to be made; null for a device, which any number may share.</summary>
    private static (FileIdentity File, string? NameInside)? IdentityOf(string path)
    {
        if (FileStatus.Of(path) is { } status) return status.Kind == FileKind.CharacterDevice ? null : (status.Identity, null);
        string target = FileDestination.TryOf(path)?.Path ?? Path.GetFullPath(path);
        string name = Path.GetFileName(target);
        if (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()) name = name.ToUpperInvariant();
        return Path.GetDirectoryName(target) is { } folder && FileStatus.Of(folder) is { } place ? (place.Identity, name) : null;
    }

    private sealed record Named(string Name, string Path, string? Over = null);
}
