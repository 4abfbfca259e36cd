using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

/// <summary>Collectible contexts whose code had loops shared among the workers.</summary>
public sealed class UnloadingTests
{
    // Workers that are ending and the compiler's own thread hold on to a context for as long as a busy machine keeps them waiting.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    [Fact]
    public void A_context_that_holds_the_engine_is_unloaded_with_its_workers() =>
        AssertIsUnloaded(typeof(Tensor).Assembly, typeof(UnloadingTests).Assembly);

    [Fact]
    public void A_context_of_code_that_used_the_engine_is_unloaded_while_the_engine_stays() =>
        AssertIsUnloaded(typeof(UnloadingTests).Assembly);

    /// <summary>What is run inside of the context.</summary>
    internal static void Work()
    {
        Tensor x = Tensor.Ones([1000, 1000]);
        Assert.Equal(1e6, (x.Relu() * x).Sum().Item());
        // The last loop is one of a type of the context.
        WorkerPool.For(64, 1, new Nothing([]), WorkerPool.SmallestParallelCost);
    }

    private static void AssertIsUnloaded(params Assembly[] assemblies)
    {
        WeakReference context = WorkInContext([.. assemblies.Select(assembly => assembly.Location)]);
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                return !context.IsAlive;
            },
            LongestWait));
    }

    // Of its own, so that nothing of it stays on the stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference WorkInContext(string[] paths)
    {
        Isolated context = new(paths);
        Type inside = context.LoadFromAssemblyPath(typeof(UnloadingTests).Assembly.Location).GetType(typeof(UnloadingTests).FullName!)!;
        Assert.NotEqual(typeof(UnloadingTests), inside);
        inside.GetMethod(nameof(Work), BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, null);
        context.Unload();
        return new WeakReference(context);
    }

    private sealed class Isolated(string[] paths) : AssemblyLoadContext(isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName name) =>
            paths.FirstOrDefault(path => Path.GetFileNameWithoutExtension(path) == name.Name) is { } path
                ? LoadFromAssemblyPath(path)
                : null;
    }

    private readonly struct Nothing(int[] kept) : IRangeBody
    {
        public void Run(int start, int end) => Assert.Empty(kept);
    }
}
