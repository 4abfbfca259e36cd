#:project ../src/Denpa/Denpa.csproj

// Learning y = 3x₀ + 2x₁ online: what goes well, what diverges and why, and a wrong derivative that a check catches.

using System.Globalization;
using Denpa;

Console.OutputEncoding = System.Text.Encoding.UTF8;

const double learningRate = 0.07, smallerRate = 0.005;
const int iterations = 1_000;
HalfSquaredError loss = new();

Dataset unit = ToySets.Linear(100_000, [3, 2], new Generator(seed: 1), low: 0, high: 1, dtype: DType.Float64);
Dataset wide = ToySets.Linear(100_000, [3, 2], new Generator(seed: 1), low: -5, high: 5, dtype: DType.Float64);
Console.WriteLine($"""
    y = 3x₀ + 2x₁ with a 2-10-1 net and half the squared error. {unit.Count:N0} points, of which {iterations:N0} are
    drawn at random, one for each step (online). Learning rate {learningRate}.

    1. Points in [0, 1) × [0, 1): the loss of each step, as means over 20 steps.
    """);
double[] relu = Learn(unit, Net(new Relu()), learningRate, iterations);
double[] sigmoid = Learn(unit, Net(new Sigmoid()), learningRate, iterations);
Plot("ReLU", relu);
Plot("sigmoid", sigmoid);

string path = args is [string given, ..] ? given : Path.Combine(Path.GetTempPath(), "denpa-regression-loss.csv");
IEnumerable<string> rows = relu.Zip(sigmoid, (a, b) => string.Create(CultureInfo.InvariantCulture, $"{a},{b}"));
File.WriteAllLines(path, rows.Select((row, i) => $"{i + 1},{row}").Prepend("iteration,relu,sigmoid"));
Console.WriteLine($"""

    The loss of every iteration, as CSV: {path}

    2. Points in [−5, 5) × [−5, 5), ReLU, the same rate. The first losses:
       {string.Join("  ", Learn(wide, Net(new Relu()), learningRate, steps: 7).Select(value => $"{value:g2}"))}
    """);

try
{
    Sequential net = Net(new Relu());
    TrainingOptions options = new() { Epochs = 1, BatchSize = 1, Sampling = BatchSampling.WithReplacement, Seed = 1 };
    new Trainer(net, loss, new Sgd(net.Parameters, learningRate), options).Fit(wide);
}
catch (DivergenceException divergence)
{
    Console.WriteLine($"   The trainer stops and reports:\n   {divergence.Message.Replace("; ", ";\n   ", StringComparison.Ordinal)}");
}

Console.WriteLine($"""

       Larger inputs make outputs, errors and gradients larger, and with ReLU nothing holds them back:
       a step that is too long makes the error larger, and the next step still longer.
       A rate that works is {smallerRate}:
    """);
Plot("ReLU", Learn(wide, Net(new Relu()), smallerRate, iterations));

Console.WriteLine("""

    3. A slip of tutorials: ReLU forward, but sigmoid's derivative backward. It runs, and it learns:
    """);
Plot("the slip, on [0, 1)", Learn(unit, Net(new SlippedReluLayer()), learningRate, iterations));
Console.WriteLine("""

       So the loss does not give it away. The gradient check does: it holds every derivative of the
       graph against a difference of the loss, here of ten points.

    """);
Check("ReLU", Net(new Relu()));
Check("the slip", Net(new SlippedReluLayer()));

static Sequential Net(Layer activation)
{
    Generator generator = new(seed: 5);
    return new Sequential(
        new Linear(2, 10, generator, dtype: DType.Float64), activation, new Linear(10, 1, generator, dtype: DType.Float64));
}

double[] Learn(Dataset data, Sequential net, double rate, int steps)
{
    Sgd sgd = new(net.Parameters, rate);
    List<double> losses = [];
    foreach (Batch point in new DataLoader(data, batchSize: 1, new Generator(seed: 1), BatchSampling.WithReplacement).Epoch(1).Take(steps))
    {
        Tensor value = loss.Forward(net.Forward(point.Features), point.Targets);
        losses.Add(value.Item());
        sgd.Step(value.Backward());
    }

    return [.. losses];
}

void Check(string name, Sequential net)
{
    Tensor inputs = unit.Features.Rows(..10), targets = unit.Targets.Rows(..10);
    GradientCheckResult check = GradientCheck.Run(() => loss.Forward(net.Forward(inputs), targets), net.Parameters);
    GradientComparison worst = check.Worst!.Value;
    Console.WriteLine(
        $"   {name,-8}  {(check.MaximumError < 1e-7 ? "passes" : "caught")}, largest error {check.MaximumError:0e+0}: " +
        $"{worst.Name}[{worst.Position}] has {worst.Analytic:F6}, differences say {worst.Numeric:F6}");
}

// Losses as a text plot: means over 20 steps, on a logarithmic scale.
static void Plot(string name, double[] losses)
{
    double[] means = [.. losses.Chunk(20).Select(chunk => chunk.Average())];
    (double top, double bottom) = (Math.Ceiling(Math.Log10(means.Max())), Math.Floor(Math.Log10(means.Min())));
    Console.WriteLine($"\n   {name}: {means[0]:g2} → {means[^1]:g2}");
    for (double level = top; level > bottom; level -= 0.5)
    {
        IEnumerable<char> dots = means.Select(mean => Math.Log10(mean) > level - 0.5 && Math.Log10(mean) <= level ? '•' : ' ');
        string label = level == Math.Round(level) ? $"1e{(int)level}" : "";
        Console.WriteLine($"   {label,6} │{string.Concat(dots).TrimEnd()}");
    }

    Console.WriteLine($"          └{new string('─', means.Length)} iteration {losses.Length}");
}

internal sealed class SlippedReluLayer : Layer
{
    protected override Tensor Compute(Tensor input) => new SlippedRelu().Apply(input);
}

// An op of one's own: its formula, its shape rule, forward and derivative. This derivative is wrong on purpose.
internal sealed record SlippedRelu : SingleOutputOp
{
    public override string Name => "relu with sigmoid's derivative";

    public override string Formula => "y = max(x, 0)";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · σ(x) · (1 − σ(x))";

    protected override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => inputs[0];

    protected override void Forward(in Operands operands)
    {
        ReadOnlySpan<double> x = operands.Read<double>(0);
        Span<double> y = operands.Write<double>();
        for (int i = 0; i < y.Length; i++) y[i] = Math.Max(x[i], 0);
    }

    protected override KeptOperands Keeps(int input) => KeptOperands.Input(0);

    protected override Tensor Derivative(int input, in DerivativeLink link)
    {
        Tensor sigmoid = link.Input(0).Sigmoid();
        return link.Upstream * sigmoid * (1 - sigmoid);
    }
}
