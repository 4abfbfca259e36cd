using System.Numerics;
using System.Runtime.CompilerServices;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The driver of update rules over a parameter, its gradient and up to three states, empty where a rule has none.</summary>
internal readonly ref struct UpdateLoop<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int ChunkLength = 1 << 12;
    private const double NanosecondsPerElement = 0.25;

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
            Step<TRule> step = new()
            {
                Parameter = parameter,
                Gradient = gradient,
                First = first,
                Second = second,
                Third = third,
                WeightDecay = weightDecay,
                Rule = rule,
            };
            LaneLoop.For<T, Step<TRule>>(Parameter.Length, ChunkLength, step, (long)(Parameter.Length * NanosecondsPerElement), width);
        }
    }

    /// <summary>What a step reads and writes; a state that the rule does not have is null.</summary>
    private unsafe struct Step<TRule> : ILaneLoop<T>
        where TRule : struct, IUpdateRule<T>
    {
        public T* Parameter;
        public T* Gradient;
        public T* First;
        public T* Second;
        public T* Third;
        public T WeightDecay;
        public TRule Rule;

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        public void Run<TLanes>(int start, int end)
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            int i = start;
            for (; i <= end - TLanes.Count; i += TLanes.Count) Take<TLanes>(i, TLanes.Count);
            if (i < end) Take<TLanes>(i, end - i);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Take<TLanes>(int i, int count)
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            T* first = First;
            T* second = Second;
            T* third = Third;
            UpdateState<TLanes> state = default;
            if (first != null) state.First = Load<TLanes>(first + i, count);
            if (second != null) state.Second = Load<TLanes>(second + i, count);
            if (third != null) state.Third = Load<TLanes>(third + i, count);
            TLanes value = Load<TLanes>(Parameter + i, count);
            TLanes gradient = Load<TLanes>(Gradient + i, count) + (WeightDecay * value);
            Store(Rule.Invoke(value, gradient, ref state), Parameter + i, count);
            // A unit whose gradient stays zero leaves states that only decay. Below the smallest normal number every operation on them
            // would cost a hundred times as much, for what no step can notice.
            if (first != null) Store(TLanes.WithoutSubnormals(state.First), first + i, count);
            if (second != null) Store(TLanes.WithoutSubnormals(state.Second), second + i, count);
            if (third != null) Store(TLanes.WithoutSubnormals(state.Third), third + i, count);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static TLanes Load<TLanes>(T* source, int count)
            where TLanes : unmanaged, ILanes<TLanes, T> =>
            count == TLanes.Count ? TLanes.Load(source) : TLanes.LoadPart(source, count, TLanes.One);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Store<TLanes>(TLanes value, T* destination, int count)
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            if (count == TLanes.Count) value.Store(destination);
            else value.StorePart(destination, count);
        }
    }
}
