using System.Reflection;
using Denpa.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Denpa.Architecture.Tests;

/// <summary>A project's sources as the compiler understands them.</summary>
internal static class ProjectSources
{
    /// <summary>What <c>ImplicitUsings</c> stands for.</summary>
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14, DocumentationMode.None);

    /// <summary>The libraries that the tests run with, without the tests: the framework's, the packages', and this repository's.</summary>
    private static readonly PortableExecutableReference[] Libraries =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => path != typeof(ProjectSources).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The folder of a project.</summary>
    public static string Folder(string project) => Path.Combine(RepositoryPaths.Root, "src", project);

    /// <summary>The paths of a project's sources, below it and with slashes.</summary>
    public static IEnumerable<string> PathsOf(string project) =>
        Directory.EnumerateFiles(Folder(project), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder(project), path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <summary>A project, each file under its path below the project, and completed by the SDK's source generators.</summary>
    public static CSharpCompilation Compile(string project, string assemblyName)
    {
        IEnumerable<(string path, string)> sources = PathsOf(project)
            .Select(path => (path, File.ReadAllText(Path.Combine(Folder(project), path))));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(Generators(), parseOptions: Language);
        driver.RunGeneratorsAndUpdateCompilation(Compile(assemblyName, sources), out Compilation? completed, out _);
        return (CSharpCompilation)completed;
    }

    /// <summary>Sources by their paths.</summary>
    public static CSharpCompilation Compile(string assemblyName, IEnumerable<(string Path, string Text)> sources)
    {
        OutputKind kind = sources.Any(source => source.Path == "Program.cs")
            ? OutputKind.ConsoleApplication
            : OutputKind.DynamicallyLinkedLibrary;
        CSharpCompilationOptions options = new(kind, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
        return CSharpCompilation.Create(
            assemblyName,
            sources.Append(("", ImplicitUsings)).Select(source => Parse(source.Item1, source.Item2)),
            Libraries.Where(library => Path.GetFileNameWithoutExtension(library.FilePath) != assemblyName),
            options);
    }

    /// <summary>A file as the compiler reads it.</summary>
    public static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, Language, path);

    private static IEnumerable<ISourceGenerator> Generators() =>
        from metadata in typeof(ProjectSources).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        where metadata.Key == "Analyzer"
        from generator in new AnalyzerFileReference(metadata.Value!, Loader.Instance).GetGenerators(LanguageNames.CSharp)
        select generator;

    /// <summary>Loads a generator with what lies beside it.</summary>
    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public static Loader Instance { get; } = new();

        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
