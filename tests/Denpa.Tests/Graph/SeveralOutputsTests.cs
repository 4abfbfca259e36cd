
namespace Denpa.Tests;

/// <summary>An op with several outputs: each is a tensor of its own, and a gradient comes back through any of them.</summary>
public sealed class SeveralOutputsTests
{
    private static readonly Tensor X = Tensor.From(new[,] { { 1.0, 2, 3, 4, 5 }, { 6, 7, 8, 9, 10 } });

    [Fact]
    public void Every_output_is_filled()
    {
        Tensor[] outputs = new CutOp(2, 10, "cut").ApplyAll(X);
        Assert.Equal([1.0, 2, 6, 7], outputs[0].ToArray<double>());
        Assert.Equal([30.0, 40, 50, 80, 90, 100], outputs[1].ToArray<double>());
        Assert.Equal([5L, 5], outputs[2].ToArray<long>());
        Assert.False(outputs[2].IsTracked);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_gradient_comes_back_through_the_outputs_that_the_loss_depends_on(bool first, bool second)
    {
        Tensor x = X.Watch("x");
        Tensor[] outputs = new CutOp(2, 10, "cut").ApplyAll(x);
        Tensor loss = (first, second) switch
        {
            (true, true) => outputs[0].Square().Sum() + outputs[1].Sum(),
            (true, false) => outputs[0].Square().Sum(),
            _ => outputs[1].Sum(),
        };
        double[] expected =
        [
            .. (double[])(first ? [2, 4] : [0, 0]), .. (double[])(second ? [10, 10, 10] : [0, 0, 0]),
            .. (double[])(first ? [12, 14] : [0, 0]), .. (double[])(second ? [10, 10, 10] : [0, 0, 0]),
        ];
        Assert.Equal(expected, loss.Backward()[x].ToArray<double>());
    }

    [Fact]
    public void Gradients_of_outputs_can_be_retained()
    {
        Tensor[] outputs = new CutOp(2, 10, "cut").ApplyAll(X.Watch("x"));
        Gradients gradients = (outputs[0].Sum() + (outputs[1] * 3).Sum()).Backward(retain: [outputs[0], outputs[1]]);
        Assert.Equal([1.0, 1, 1, 1], gradients[outputs[0]].ToArray<double>());
        Assert.Equal([3.0, 3, 3, 3, 3, 3], gradients[outputs[1]].ToArray<double>());
    }

    [Fact]
    public void First_and_second_derivatives_agree_with_differences()
    {
        GradientCheckResult result = GradientCheck.Run(
            inputs => new CutOp(2, 10, "cut").ApplyAll(inputs[0]) is [{ } left, { } right, ..]
                ? left.Square().Sum() + (right.Exp() * 1e-3).Sum()
                : null!,
            [X * 0.1],
            new Generator(1));
        Assert.True(result.MaximumError < 1e-7, result.Worst.ToString());
    }

    [Fact]
    public void A_gradient_of_zeros_may_be_null()
    {
        (Tensor a, Tensor b) = (Tensor.From(1.0, 2).Watch("a"), Tensor.From(3.0, 4).Watch("b"));
        Tensor inner = b * 2;
        Gradients gradients = new FirstOnlyOp().Apply(a, inner).Sum().Backward();
        Assert.Equal([1.0, 1], gradients[a].ToArray<double>());
        Assert.Equal([0.0, 0], gradients[b].ToArray<double>());
    }

    [Fact]
    public void A_plan_replays_all_outputs_to_the_bits_of_a_run_op_by_op()
    {
        byte[] eager = Train(plan: false);
        Assert.Equal(eager, Train(plan: true));

        static byte[] Train(bool plan)
        {
            Sequential model = new(
                new Linear(5, 6, new Generator(2), dtype: DType.Float64),
                new CutLayer(),
                new Linear(6, 1, new Generator(3), dtype: DType.Float64));
            Dataset data = new(
                Tensor.Normal([40, 5], new Generator(4), dtype: DType.Float64),
                Tensor.Normal([40, 1], new Generator(5), dtype: DType.Float64));
            TrainingOptions options = new() { Epochs = 5, BatchSize = 8, Plan = plan };
            TrainingResult result = new Trainer(model, new MeanSquaredError(), new Adam(model.Parameters), options)
                .Fit(data, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Null(result.PlanRefusal);
            using MemoryStream stream = new();
            SafeTensors.Write(stream, model.SaveState());
            return stream.ToArray();
        }
    }

    [Fact]
    public void A_recording_shows_the_outputs_and_prints_the_attributes()
    {
        Recording recording = new();
        using (Graph.Record(recording)) new CutOp(2, 10, "cut").ApplyAll(X);
        Invocation invocation = Assert.Single(recording.Invocations);
        Assert.Equal([new Shape([2, 2]), new Shape([2, 3]), new Shape([2])], invocation.Outputs.Select(output => output.Shape));
        Assert.Equal("cut { Place = 2, Scale = 10, Label = cut }", invocation.Op.ToString());
        Assert.Equal(new CutOp(2, 10, "cut"), invocation.Op);
        Assert.NotEqual(new CutOp(2, 11, "cut"), invocation.Op);
    }

    /// <summary>The columns before a place, those from it on times a scale, and how many columns each row has.</summary>
    private sealed record CutOp(int Place, double Scale, string Label) : FloatingMultiOutputOp
    {
        public override string Name => "cut";

        public override string Formula => "y₀ = x before the place, y₁ = s · x from the place on, y₂ = columns";

        public override string DerivativeFormula => "∂L/∂x = ∂L/∂y₀ beside s · ∂L/∂y₁";

        public override int OutputCount => 3;

        protected internal override void Infer(ReadOnlySpan<TensorSpec> inputs, Span<TensorSpec> outputs)
        {
            (int rows, int columns) = (inputs[0].Shape[0], inputs[0].Shape[1]);
            outputs[0] = inputs[0] with { Shape = [rows, Place] };
            outputs[1] = inputs[0] with { Shape = [rows, columns - Place] };
            outputs[2] = new TensorSpec(DType.Int64, [rows]);
        }

        protected override void Forward<T>(in Operands operands)
        {
            int columns = operands[0].Shape[1];
            ReadOnlySpan<T> x = operands.Read<T>(0);
            Span<T> left = operands.Write<T>(0);
            Span<T> right = operands.Write<T>(1);
            for (int i = 0; i < x.Length; i++)
            {
                (int row, int column) = Math.DivRem(i, columns);
                if (column < Place) left[(row * Place) + column] = x[i];
                else right[(row * (columns - Place)) + column - Place] = x[i] * T.CreateTruncating(Scale);
            }

            operands.Write<long>(2).Fill(columns);
        }

        protected internal override void Derivatives(OperandSet wanted, in DerivativeLink link, Span<Tensor?> gradients)
        {
            (int rows, int columns) = (link.InputShape(0)[0], link.InputShape(0)[1]);
            Tensor left = link.UpstreamOf(0) ?? Tensor.Zeros([rows, Place], link.InputDType(0));
            Tensor right = link.UpstreamOf(1) is { } upstream
                ? upstream * Scale
                : Tensor.Zeros([rows, columns - Place], link.InputDType(0));
            gradients[0] = Tensor.Concatenate([left, right], axis: 1);
        }
    }

    private sealed record FirstOnlyOp : FloatingOp
    {
        public override string Name => "first only";

        public override string Formula => "y = a";

        public override string DerivativeFormula => "∂L/∂a = ∂L/∂y, ∂L/∂b = 0";

        protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => inputs[0];

        protected override void Forward<T>(in Operands operands) => operands.Read<T>(0).CopyTo(operands.Write<T>());

        protected internal override Tensor? Derivative(int input, in DerivativeLink link) => input == 0 ? link.Upstream : null;
    }

    private sealed class CutLayer : Layer
    {
        public override bool ComputesFromTensorsAlone => true;

        protected override Tensor Compute(Tensor input)
        {
            Tensor[] parts = new CutOp(2, 0.5, "layer").ApplyAll(input);
            return Tensor.Concatenate([parts[1], parts[0]], axis: 1) * parts[2].To(input.DType).Unsqueeze(-1);
        }
    }
}
