using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The driver of update rules over a parameter, its gradient and up to three states, empty where a rule has none.</summary>
internal readonly ref struct UpdateLoop<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int ChunkLength = 1 << 12;
    private const int NanosecondsPerVector = 4;

    private static T SmallestNormal => T.CreateTruncating(typeof(T) == typeof(float) ? 1.1754943508222875e-38 : 2.2250738585072014e-308);

    public required Span<T> Parameter { get; init; }

    public required ReadOnlySpan<T> Gradient { get; init; }

    public Span<T> First { get; init; }

    public Span<T> Second { get; init; }

    public Span<T> Third { get; init; }

    /// <summary>A number above 0 as an element, which would be 0 where it is too small for the type.</summary>
    public static T AboveZero(double value) => T.Max(T.CreateTruncating(value), T.Epsilon);

    /// <summary>Takes the step, with λ·parameter added to the gradient first.</summary>
    public unsafe void Run<TRule>(TRule rule, T weightDecay)
        where TRule : struct, IUpdateRule<T>
    {
        fixed (T* parameter = Parameter, gradient = Gradient, first = First, second = Second, third = Third)
        {
            Body<TRule> body = new(parameter, gradient, first, second, third, Vector512.Create(weightDecay), rule);
            WorkerPool.For(Parameter.Length, ChunkLength, body, (long)Parameter.Length / Vector512<T>.Count * NanosecondsPerVector);
        }
    }

    /// <summary>The step for a range of elements; a state that the rule does not have is null.</summary>
    private readonly unsafe struct Body<TRule>(
        T* parameter, T* gradient, T* first, T* second, T* third, Vector512<T> weightDecay, TRule rule) : IRangeBody
        where TRule : struct, IUpdateRule<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(int start, int end)
        {
            int i = start;
            for (; i <= end - Vector512<T>.Count; i += Vector512<T>.Count) Step(i, Vector512<T>.Count);
            if (i < end) Step(i, end - i);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Step(int i, int count)
        {
            UpdateState<T> state = default;
            if (first != null) state.First = Load(first + i, count);
            if (second != null) state.Second = Load(second + i, count);
            if (third != null) state.Third = Load(third + i, count);
            Vector512<T> value = Load(parameter + i, count);
            Store(rule.Invoke(value, Load(gradient + i, count) + (weightDecay * value), ref state), parameter + i, count);
            if (first != null) Store(WithoutSubnormals(state.First), first + i, count);
            if (second != null) Store(WithoutSubnormals(state.Second), second + i, count);
            if (third != null) Store(WithoutSubnormals(state.Third), third + i, count);
        }

        // A unit whose gradient stays zero leaves states that only decay. Below the smallest normal number every operation on them
        // would cost a hundred times as much, for what no step can notice.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<T> WithoutSubnormals(Vector512<T> state) => Vector512.ConditionalSelect(
            Vector512.LessThan(Vector512.Abs(state), Vector512.Create(SmallestNormal)), Vector512<T>.Zero, state);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<T> Load(T* source, int count) =>
            count == Vector512<T>.Count ? Vector512.Load(source) : PointerLanes.LoadPart(source, count, Vector512<T>.One);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Store(Vector512<T> value, T* destination, int count)
        {
            if (count == Vector512<T>.Count) value.Store(destination);
            else PointerLanes.StorePart(value, destination, count);
        }
    }
}
