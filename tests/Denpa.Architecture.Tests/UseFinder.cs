using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Denpa.Architecture.Tests;

/// <summary>
/// Finds what the files of a project name of each other, as the compiler resolves it: also what no word names, such as operators,
/// conversions, members of extension blocks and the arguments of generics. Comments may speak of anything.
/// </summary>
internal sealed class UseFinder
{
    private readonly CSharpCompilation compilation;
    private readonly HashSet<string> paths;

    private UseFinder(CSharpCompilation compilation, IEnumerable<string> paths)
    {
        this.compilation = compilation;
        this.paths = [.. paths];
    }

    /// <summary>What files name of other files, each once for a line.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="paths">The files that are its own, and not generated.</param>
    public static IReadOnlyList<Use> Find(CSharpCompilation compilation, IEnumerable<string> paths)
    {
        UseFinder finder = new(compilation, paths);
        return [.. compilation.SyntaxTrees.Where(tree => finder.paths.Contains(tree.FilePath)).SelectMany(finder.Find)];
    }

    private IEnumerable<Use> Find(SyntaxTree tree)
    {
        SemanticModel model = compilation.GetSemanticModel(tree);
        HashSet<(int, ISymbol)> found = new();
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
        {
            int line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
            foreach (ISymbol symbol in Named(model, node).SelectMany(WithArguments).Select(Declared).OfType<ISymbol>())
            {
                string[] declaredIn = Files(symbol);
                if (declaredIn.Length == 0 || declaredIn.Contains(tree.FilePath) || !found.Add((line, symbol))) continue;
                yield return new Use(tree.FilePath, line, NameOf(symbol), declaredIn);
            }
        }
    }

    /// <summary>The symbols that a node stands for, by its words or by what the compiler puts there.</summary>
    private static IEnumerable<ISymbol> Named(SemanticModel model, SyntaxNode node)
    {
        List<ISymbol?> symbols = [.. Symbols(model.GetSymbolInfo(node))];
        if (node is ExpressionSyntax expression)
        {
            symbols.AddRange(Symbols(model.GetCollectionInitializerSymbolInfo(expression)));
            symbols.Add(model.GetConversion(expression).MethodSymbol);
        }

        symbols.AddRange(node switch
        {
            ForEachVariableStatementSyntax loop =>
                [.. Methods(model.GetForEachStatementInfo(loop)), .. Methods(model.GetDeconstructionInfo(loop))],
            ForEachStatementSyntax loop => Methods(model.GetForEachStatementInfo(loop)),
            AssignmentExpressionSyntax assignment => Methods(model.GetDeconstructionInfo(assignment)),
            AwaitExpressionSyntax awaited => [model.GetAwaitExpressionInfo(awaited).GetAwaiterMethod],
            QueryClauseSyntax clause => Methods(model.GetQueryClauseInfo(clause)),
            _ => [],
        });
        return symbols.OfType<ISymbol>();
    }

    private static ImmutableArray<ISymbol> Symbols(SymbolInfo info) => info.Symbol is { } symbol ? [symbol] : info.CandidateSymbols;

    private static ISymbol?[] Methods(ForEachStatementInfo info) =>
    [
        info.GetEnumeratorMethod, info.MoveNextMethod, info.CurrentProperty, info.DisposeMethod,
        info.ElementConversion.MethodSymbol, info.CurrentConversion.MethodSymbol,
    ];

    private static ISymbol?[] Methods(QueryClauseInfo info) => [.. Symbols(info.CastInfo), .. Symbols(info.OperationInfo)];

    private static ISymbol?[] Methods(DeconstructionInfo info) =>
        [info.Method, info.Conversion?.MethodSymbol, .. info.Nested.IsDefault ? [] : info.Nested.SelectMany(Methods)];

    /// <summary>A symbol with the arguments that it, and the type that it belongs to, are made generic by.</summary>
    private static IEnumerable<ISymbol> WithArguments(ISymbol symbol) => symbol switch
    {
        IAliasSymbol alias => WithArguments(alias.Target),
        IArrayTypeSymbol array => WithArguments(array.ElementType),
        IPointerTypeSymbol pointer => WithArguments(pointer.PointedAtType),
        IFunctionPointerTypeSymbol { Signature: var call } =>
            [.. WithArguments(call.ReturnType), .. call.Parameters.SelectMany(one => WithArguments(one.Type))],
        INamedTypeSymbol type => [type, .. ArgumentsOf(type)],
        IMethodSymbol method => [method, .. method.TypeArguments.SelectMany(WithArguments), .. ArgumentsOf(method.ContainingType)],
        IPropertySymbol or IFieldSymbol or IEventSymbol => [symbol, .. ArgumentsOf(symbol.ContainingType)],
        _ => [],
    };

    private static IEnumerable<ISymbol> ArgumentsOf(INamedTypeSymbol? type) =>
        type is null ? [] : [.. type.TypeArguments.SelectMany(WithArguments), .. ArgumentsOf(type.ContainingType)];

    /// <summary>What stands in a source for a symbol: for a member that the compiler makes, its type.</summary>
    private static ISymbol? Declared(ISymbol symbol)
    {
        ISymbol? declared = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol.OriginalDefinition;
        while (declared is { IsImplicitlyDeclared: true } or { DeclaringSyntaxReferences.IsEmpty: true })
            declared = declared.ContainingType;
        return declared;
    }

    /// <summary>The files that declare a symbol; those of its type where a generator has written it.</summary>
    private string[] Files(ISymbol symbol)
    {
        string[] files = [.. symbol.DeclaringSyntaxReferences.Select(part => part.SyntaxTree.FilePath).Where(paths.Contains).Distinct()];
        return files.Length > 0 || symbol.ContainingType is null ? files : Files(symbol.ContainingType);
    }

    private static string NameOf(ISymbol symbol)
    {
        INamedTypeSymbol type = symbol.ContainingType is { IsExtension: true } block ? block.ContainingType : symbol.ContainingType;
        return symbol is INamedTypeSymbol || type is null ? symbol.Name : $"{type.Name}.{symbol.Name}";
    }
}
