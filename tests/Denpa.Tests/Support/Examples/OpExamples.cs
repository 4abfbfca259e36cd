using System.Numerics;
using Denpa.Kernels;

namespace Denpa.Tests.Support;

/// <summary>Every op of the engine at least once, in the groups of docs/ops.md. A new op is added here.</summary>
public static class OpExamples
{
    private static readonly Generator Random = new(23);

    /// <summary>The groups, with inputs drawn anew: some ops write over theirs.</summary>
    public static IReadOnlyList<(string Group, IReadOnlyList<OpExample> Examples)> Groups() =>
    [
        ("Activations", Activations()),
        ("Slopes of activations", ActivationSlopes()),
        ("Arithmetic", Arithmetic()),
        ("Transcendental functions", Transcendental()),
        ("Comparison, logic and selection", Selection()),
        ("Reductions", Reductions()),
        ("Movement", Movement()),
        ("Products", Products()),
        ("Random numbers", RandomNumbers()),
        ("Losses", Losses()),
        ("Gradients", Gradients()),
        ("Updates of optimizers", Updates()),
    ];

    /// <summary>All examples, with inputs drawn anew.</summary>
    public static IEnumerable<OpExample> All() => Groups().SelectMany(group => group.Examples);

    private static OpExample[] Activations() =>
    [
        new(ReluOp.Instance, Kinked()),
        new(new LeakyReluOp(0.01), Kinked()),
        new(new EluOp(0.5), Kinked()),
        new(EluOp.SelfNormalising, Kinked()),
        new(GeluOp.Instance, Any()),
        new(GeluTanhOp.Instance, Any()),
        new(SiluOp.Instance, Any()),
        new(MishOp.Instance, Any()),
        new(SoftplusOp.Instance, Any()),
        new(SigmoidOp.Instance, Any()),
        new(TanhOp.Instance, Any()),
        new(HeavisideOp.Instance, Kinked()),
        new(new SoftmaxOp(1), Any()),
        new(new LogSoftmaxOp(1), Any()),
    ];

    private static OpExample[] ActivationSlopes() =>
    [
        new(GateOp.Instance, Any(), Kinked()),
        new(new LeakyGateOp(0.01), Any(), Kinked()),
        new(new EluOp(0.5).GradientOp, Any(), Kinked()),
        new(EluOp.SelfNormalising.GradientOp, Any(), Kinked()),
        new(GeluOp.Instance.GradientOp, Any(), Any()),
        new(GeluTanhOp.Instance.GradientOp, Any(), Any()),
        new(SiluOp.Instance.GradientOp, Any(), Any()),
        new(MishOp.Instance.GradientOp, Any(), Any()),
        new(SoftplusOp.Instance.GradientOp, Any(), Any()),
        new(SigmoidOp.Instance.GradientOp, Any(), Any()),
        new(TanhOp.Instance.GradientOp, Any(), Any()),
        new(ErfOp.Instance.GradientOp, Any(), Any()),
        new(new SoftmaxGradientOp(1), Any(), Any().Softmax()),
        new(new LogSoftmaxGradientOp(1), Any(), Any().LogSoftmax()),
    ];

    private static OpExample[] Arithmetic() =>
    [
        new(AddOp.Instance, Any(), Row()),
        new(SubtractOp.Instance, Any(), Row()),
        new(MultiplyOp.Instance, Any(), Row()),
        new(DivideOp.Instance, Any(), Positive()),
        new(DivisorGradientOp.Instance, Any(), Any(), Positive()),
        new(NegateOp.Instance, Any()),
        new(AbsOp.Instance, Kinked()),
        new(SignOp.Instance, Kinked()),
        new(SqrtOp.Instance, Positive()),
        new(new ConstantPowerOp(2.5), Positive()),
        new(PowerOp.Instance, Positive(), Any()),
        new(PowerBaseSlopeOp.Instance, Positive(), Any()),
        new(PowerExponentSlopeOp.Instance, Positive(), Any()),
        new(new ToOp(DType.Float64), Any()),
    ];

    private static OpExample[] Transcendental() =>
    [
        new(ExpOp.Instance, Any()),
        new(LogOp.Instance, Positive()),
        new(SinOp.Instance, Any()),
        new(CosOp.Instance, Any()),
        new(ErfOp.Instance, Any()),
    ];

    private static OpExample[] Selection() =>
    [
        new(EqualOp.Instance, Any(), Row()),
        new(NotEqualOp.Instance, Any(), Row()),
        new(LessOp.Instance, Any(), Row()),
        new(LessOrEqualOp.Instance, Any(), Row()),
        new(GreaterOp.Instance, Any(), Row()),
        new(GreaterOrEqualOp.Instance, Any(), Row()),
        new(AndOp.Instance, Truths(), Truths()),
        new(OrOp.Instance, Truths(), Truths()),
        new(NotOp.Instance, Truths()),
        new(WhereOp.Instance, Truths(), Any(), Any()),
        new(MaximumOp.Instance, Any(), Row()),
        new(MinimumOp.Instance, Any(), Row()),
        new(new ClampOp(0, 1), Any()),
    ];

    private static OpExample[] Reductions() =>
    [
        new(new SumOp(1, KeepDimensions: false), Any()),
        new(new MeanOp(1, KeepDimensions: false), Any()),
        new(new MaxOp(1, KeepDimensions: false), Any()),
        new(new MinOp(1, KeepDimensions: false), Any()),
        new(new ArgMaxOp(1, KeepDimensions: false), Any()),
        new(new LogSumExpOp(1, KeepDimensions: false), Any()),
        new(DistanceOp.Instance, Any(), Row()),
    ];

    private static OpExample[] Movement() =>
    [
        new(new ReshapeOp([4, 3]), Any()),
        new(new BroadcastToOp([2, 3, 4]), Any()),
        new(new PermuteOp([1, 0]), Any()),
        new(new SliceOp(1, 1, 2, IsView: false), Any()),
        new(new PadOp(1, 1, 2), Any()),
        new(new ConcatenateOp(0), Any(), Any()),
        new(new GatherOp(0), Any(), Indices(2, 0, 2)),
        new(new ScatterAddOp(0, 5), Any(), Indices(2, 0, 2)),
        new(PickOp.Instance, Any(), Indices(3, 0, 3)),
        new(new OneHotOp(4, DType.Float32), Indices(3, 0, 3)),
    ];

    private static OpExample[] Products()
    {
        MatMulOp product = new(TransposeLeft: false, TransposeRight: true);
        return
        [
            new(product, Any(), Tensor.Uniform([2, 4], Random, -2, 2, DType.Float64)),
            Fused<float>(product),
            Fused<double>(product),
        ];
    }

    /// <summary>The product with a step after it, for one element type alone.</summary>
    private static OpExample Fused<T>(MatMulOp product)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        FusedStep<T> relu = new(ReluOp.Instance.AsTileStep<T>(0), Other: -1, IsRow: false);
        FusedProductOp<T> fused = new(product, product.Measure([3, 4], [3, 4]), [ReluOp.Instance], [relu]);
        return new(fused, Any().To(DTypes.Of<T>()), Any().To(DTypes.Of<T>())) { AlwaysFloat64 = OperandSet.All };
    }

    private static OpExample[] RandomNumbers() =>
    [
        .. from dtype in (DType[])[DType.Float32, DType.Float64]
           let spec = new TensorSpec(dtype, [3, 4])
           from op in (Op[])
           [
               new UniformOp(new Generator(1), 0, 1, spec),
               new NormalOp(new Generator(1), 0, 1, spec),
               new BernoulliOp(new Generator(1), 0.5, 2, spec),
           ]
           select new OpExample(op),
        new(new RandomIntegersOp(new Generator(1), 0, 10, [3, 4])),
    ];

    private static OpExample[] Losses() =>
    [
        new(new SquaredErrorSumOp(0.25), Any(), Any()),
        new(new ScaledErrorOp(0.5), Tensor.Scalar(1.5), Any(), Any()),
        new(BinaryCrossEntropyOp.Instance, Kinked(), Any()),
        new(SigmoidErrorOp.Instance, Kinked(), Any()),
        new(SoftmaxCrossEntropyOp.Instance, Any(), Positive()),
        new(WeightedSoftmaxErrorOp.Instance, Any(), Positive()),
        new(SoftmaxCrossEntropyByIndexOp.Instance, Any(), Indices(3, 0, 1)),
        new(new SoftmaxCrossEntropySumOp(0.5), Any(), Indices(3, 0, 1)),
        new(new SoftmaxErrorOp(0.5), Tensor.Scalar(1.5), Any(), Indices(3, 0, 1)),
    ];

    private static OpExample[] Gradients() =>
    [
        new(GradientSum.Instance, Any(), Any()),
        new(NormOp.Instance, Any()),
        new(new FiniteNormOp([null]), Tensor.Scalar(2), Tensor.From(2.0)) { AlwaysFloat64 = OperandSet.All },
        new(ScaleOp.Instance, Any(), Tensor.Scalar(1.5)) { AlwaysFloat64 = [1] },
        new(new LossGuardOp(new GrowthGuard()), Tensor.Scalar(2)),
        new(GradientGuardOp.Instance, Any()),
    ];

    private static OpExample[] Updates() =>
    [
        new(AssignOp.Instance, Any(), Any()),
        new(AdvanceStepCountOp.Instance, Tensor.Scalar(1, DType.Int64)),
        Update(new SgdUpdate(0.01)),
        Update(new MomentumUpdate(0.01, 0.9, LooksAhead: false), Any()),
        Update(new MomentumUpdate(0.01, 0.9, LooksAhead: true), Any()),
        Update(new AdaGradUpdate(0.01, 1e-10), Positive()),
        Update(new RmsPropUpdate(0.01, 0.99, 1e-8, 0, Centered: false), Positive()),
        Update(new AdamUpdate(0.01, 0.9, 0.999, 1e-8, Decoupled: false), Any(), Positive()),
        Update(new AdamUpdate(0.01, 0.9, 0.999, 1e-8, Decoupled: true), Any(), Positive()),
    ];

    /// <summary>An update of a parameter by a gradient, a learning rate and a step count, with what the rule remembers.</summary>
    private static OpExample Update(Op op, params Tensor[] states) =>
        new(op, [Any(), Any(), Tensor.Scalar(0.1), Tensor.Scalar(3, DType.Int64), .. states]) { AlwaysFloat64 = [2] };

    private static Tensor Any() => Tensor.Uniform([3, 4], Random, -2, 2, DType.Float64);

    private static Tensor Row() => Tensor.Uniform([4], Random, -2, 2, DType.Float64);

    /// <summary>Numbers from 1 on, so that they divide as integers too.</summary>
    private static Tensor Positive() => Tensor.Uniform([3, 4], Random, 1, 3, DType.Float64);

    /// <summary>Numbers of both signs, away from 0, where the op bends.</summary>
    private static Tensor Kinked() => Positive() * Tensor.From(0.5, -0.5, 0.25, -0.25);

    private static Tensor Truths() => Any() > 0;

    private static Tensor Indices(params long[] indices) => Tensor.From<long>(indices);
}
