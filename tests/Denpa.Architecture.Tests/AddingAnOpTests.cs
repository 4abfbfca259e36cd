using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Denpa.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Denpa.Architecture.Tests;

/// <summary>The code of docs/adding-an-op.md, compiled as it stands there, and its tests run.</summary>
public sealed partial class AddingAnOpTests
{
    private static readonly Dictionary<string, string> Files = CodeOfPage();

    [Fact]
    public void The_engines_op_passes_its_test()
    {
        byte[] engine = Emitted(ProjectSources.Compile("Denpa", "Denpa.Engine")
            .AddSyntaxTrees(ProjectSources.Parse("Softsign.cs", Files["src/Denpa/Ops/Activations/Softsign.cs"])));
        (string, string) test = ("SoftsignTests.cs", Files["tests/Denpa.Tests/Ops/Activations/SoftsignTests.cs"]);
        CSharpCompilation tests = ProjectSources.Compile("SoftsignTests", [test, ("Usings.cs", "global using Xunit;")]);
        MetadataReference installed = tests.References.Single(
            library => Path.GetFileNameWithoutExtension(library.Display) == "Denpa.Engine");
        tests = tests.ReplaceReference(installed, MetadataReference.CreateFromImage(engine));
        Assert.Equal(2, RunFacts(Emitted(tests), engine));
    }

    [Fact]
    public void An_op_of_ones_own_assembly_passes_its_test()
    {
        CSharpCompilation compilation = ProjectSources.Compile(
            "OfOnesOwn", [("Standardize.cs", Files["Standardize.cs"]), ("StandardizeTests.cs", Files["StandardizeTests.cs"])]);
        Assert.Equal(4, RunFacts(Emitted(compilation), engine: null));
    }

    private static Dictionary<string, string> CodeOfPage()
    {
        string page = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs", "adding-an-op.md"));
        return FileOfPage().Matches(page).ToDictionary(file => file.Groups["path"].Value, file => file.Groups["code"].Value);
    }

    private static byte[] Emitted(CSharpCompilation compilation)
    {
        using MemoryStream image = new();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error));
        return image.ToArray();
    }

    /// <summary>Runs the facts of an assembly, with an engine of its own where one is given, and says how many there are.</summary>
    private static int RunFacts(byte[] tests, byte[]? engine)
    {
        Context context = new(engine);
        MethodInfo[] facts = context.LoadFromStream(new MemoryStream(tests)).GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.IsDefined(typeof(FactAttribute)))
            .ToArray();
        foreach (MethodInfo fact in facts)
        {
            object? instance = Activator.CreateInstance(fact.DeclaringType!);
            fact.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, parameters: null, culture: null);
        }

        context.Unload();
        return facts.Length;
    }

    /// <summary>Where the page's code is loaded.</summary>
    private sealed class Context : AssemblyLoadContext
    {
        private readonly Assembly? engine;

        public Context(byte[]? engine)
            : base("docs/adding-an-op.md", isCollectible: true) =>
            this.engine = engine is null ? null : LoadFromStream(new MemoryStream(engine));

        protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name == engine?.GetName().Name ? engine : null;
    }

    [GeneratedRegex(@"^##[^\n]*`(?<path>[^`\n]+\.cs)`\n\n```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FileOfPage();
}
