using System.Numerics;
using System.Runtime.CompilerServices;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The driver of update rules over a parameter, its gradient and up to three states, empty where a rule has none.</summary>
internal readonly ref struct UpdateLoop<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int ChunkLength = 1 << 12;
    private const int NanosecondsPerVector = 4;

    public required Span<T> Parameter { get; init; }

    public required ReadOnlySpan<T> Gradient { get; init; }

    public Span<T> First { get; init; }

    public Span<T> Second { get; init; }

    public Span<T> Third { get; init; }

    /// <summary>A number above 0 as an element, which would be 0 where it is too small for the type.</summary>
    public static T AboveZero(double value) => T.Max(T.CreateTruncating(value), T.Epsilon);

    /// <summary>Takes the step, with λ·parameter added to the gradient first.</summary>
    public unsafe void Run<TRule>(TRule rule, T weightDecay, VectorWidth? width = null)
        where TRule : struct, IUpdateRule<T>
    {
        fixed (T* parameter = Parameter, gradient = Gradient, first = First, second = Second, third = Third)
        {
            Elements elements = new(Parameter.Length, parameter, gradient, first, second, third, weightDecay);
            VectorWidths.Run<T, Work<TRule>>(new Work<TRule>(elements, rule), width);
        }
    }

    /// <summary>What a step reads and writes; a state that the rule does not have is null.</summary>
    private readonly unsafe struct Elements(int length, T* parameter, T* gradient, T* first, T* second, T* third, T weightDecay)
    {
        public readonly int Length = length;
        public readonly T* Parameter = parameter;
        public readonly T* Gradient = gradient;
        public readonly T* First = first;
        public readonly T* Second = second;
        public readonly T* Third = third;
        public readonly T WeightDecay = weightDecay;
    }

    private readonly struct Work<TRule>(Elements elements, TRule rule) : ILaneWork<T>
        where TRule : struct, IUpdateRule<T>
    {
        public void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes, T> => WorkerPool.For(
                elements.Length,
                ChunkLength,
                new Body<TLanes, TRule>(elements, rule),
                (long)elements.Length / TLanes.Count * NanosecondsPerVector);
    }

    /// <summary>The step for a range of elements.</summary>
    private readonly unsafe struct Body<TLanes, TRule>(Elements elements, TRule rule) : IRangeBody
        where TLanes : unmanaged, ILanes<TLanes, T>
        where TRule : struct, IUpdateRule<T>
    {
        private readonly Elements elements = elements;
        private readonly TRule rule = rule;

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        public void Run(int start, int end)
        {
            int i = start;
            for (; i <= end - TLanes.Count; i += TLanes.Count) Step(i, TLanes.Count);
            if (i < end) Step(i, end - i);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Step(int i, int count)
        {
            T* first = elements.First;
            T* second = elements.Second;
            T* third = elements.Third;
            UpdateState<TLanes> state = default;
            if (first != null) state.First = Load(first + i, count);
            if (second != null) state.Second = Load(second + i, count);
            if (third != null) state.Third = Load(third + i, count);
            TLanes value = Load(elements.Parameter + i, count);
            TLanes gradient = Load(elements.Gradient + i, count) + (elements.WeightDecay * value);
            // By reference, so that its numbers are spread over the lanes as they are loaded.
            Store(Unsafe.AsRef(in rule).Invoke(value, gradient, ref state), elements.Parameter + i, count);
            // A unit whose gradient stays zero leaves states that only decay. Below the smallest normal number every operation on them
            // would cost a hundred times as much, for what no step can notice.
            if (first != null) Store(TLanes.WithoutSubnormals(state.First), first + i, count);
            if (second != null) Store(TLanes.WithoutSubnormals(state.Second), second + i, count);
            if (third != null) Store(TLanes.WithoutSubnormals(state.Third), third + i, count);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static TLanes Load(T* source, int count) =>
            count == TLanes.Count ? TLanes.Load(source) : TLanes.LoadPart(source, count, TLanes.One);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Store(TLanes value, T* destination, int count)
        {
            if (count == TLanes.Count) value.Store(destination);
            else value.StorePart(destination, count);
        }
    }
}
