using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Denpa.Architecture.Tests;

/// <summary>A project read once for all tests: its files, and what they name of each other.</summary>
internal sealed class ReadProject
{
    private static readonly ConcurrentDictionary<string, Lazy<ReadProject>> All = new(
        House.Projects.Select(order => KeyValuePair.Create(order.Project, new Lazy<ReadProject>(() => Read(order)))));

    private readonly CSharpCompilation compilation;
    private readonly IReadOnlyList<Use> uses;

    private ReadProject(RoomOrder order, IReadOnlyList<string> paths, CSharpCompilation compilation)
    {
        (Order, Paths, this.compilation) = (order, paths, compilation);
        uses = UseFinder.Find(compilation, paths);
    }

    public RoomOrder Order { get; }

    /// <summary>The files, below the project.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>What the compiler does not understand.</summary>
    public IEnumerable<Diagnostic> Errors => compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error);

    public static ReadProject Of(string project) => All[project].Value;

    /// <summary>Sources that are in no project.</summary>
    public static ReadProject Of(RoomOrder order, params (string Path, string Text)[] sources) =>
        new(order, [.. sources.Select(source => source.Path)], ProjectSources.Compile(order.AssemblyName, sources));

    /// <summary>A line for each place that names what its room may not see.</summary>
    public IEnumerable<string> Upward() =>
        from use in uses
        let seen = Order.RoomOf(use.DeclaredIn)
        where !Order.MaySee(Order.RoomOf(use.Path), seen)
        select $"{use.Path}:{use.Line} names {use.Name} of {seen}/";

    /// <summary>For each room the rooms that its files name, from the bottom up.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Seen()
    {
        ILookup<string, string> seen = uses.ToLookup(use => Order.RoomOf(use.Path), use => Order.RoomOf(use.DeclaredIn));
        return Order.Rooms.ToDictionary(
            room => room,
            IReadOnlyList<string> (room) => [.. Order.Rooms.Where(other => other != room && seen[room].Contains(other))]);
    }

    /// <summary>The classes of the files that anyone may derive from though nothing in them is left open.</summary>
    public IEnumerable<string> OpenClasses() =>
        from type in compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>()
        where type.TypeKind == TypeKind.Class && !type.IsAbstract && !type.IsSealed && !type.IsStatic
        where type.Name != WellKnownMemberNames.TopLevelStatementsEntryPointTypeName
        where type.DeclaringSyntaxReferences.Any(part => Paths.Contains(part.SyntaxTree.FilePath))
        select type.ToDisplayString();

    private static ReadProject Read(RoomOrder order) =>
        new(order, [.. ProjectSources.PathsOf(order.Project)], ProjectSources.Compile(order.Project, order.AssemblyName));
}
