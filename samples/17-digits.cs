#:project ../src/Denpa/Denpa.csproj
#:project ../src/Denpa.Tables/Denpa.Tables.csproj

// Handwritten digits with two layers: first see that the gradients are right, then train and watch.

using Denpa;
using Denpa.Tables;

Console.OutputEncoding = System.Text.Encoding.UTF8;

const int epochs = 30;
DigitImages digits = Digits.Load();
Dataset images = new(Tensor.From(digits.Pixels, [Digits.Count, 64]), Tensor.From(digits.Labels, [Digits.Count]));
SplitRows rows = Split.Stratified(digits.Labels, new Generator(seed: 0), new SplitFractions(80, 0, 20));
Dataset training = images.Subset(rows.Training), test = images.Subset(rows.Test);
SoftmaxCrossEntropy loss = new();

Console.WriteLine($"""
    {Digits.Count} handwritten digits of {Digits.Side}×{Digits.Side} pixels: {training.Count} to learn from, {test.Count} to test on.
    The first one:

    """);
for (int row = 0; row < Digits.Side; row++)
{
    IEnumerable<float> pixels = digits.Pixels.Skip(row * Digits.Side).Take(Digits.Side);
    Console.WriteLine($"    {string.Concat(pixels.Select(ink => new string(" ░▒▓█"[(int)(ink * 4)], 2)))}".TrimEnd());
}

Sequential exact = Net(DType.Float64);
Tensor few = training.Features.Rows(..20).To(DType.Float64), labels = training.Targets.Rows(..20);
GradientCheckResult check = GradientCheck.Run(() => loss.Forward(exact.Forward(few), labels), exact.Parameters);
Console.WriteLine($"""

    that is a {digits.Labels[0]}. The net: {string.Join(", ", exact.Children.Select(child => child.Module))}.

    1. The gradient check, in float64 on 20 images: {check.Comparisons.Count} derivatives by back propagation
       against as many central differences. The largest error is {check.MaximumError:0e+0}: the gradients are right.

    2. Training in float32: Adam, mini-batches of 32, {epochs} epochs.

    """);

Sequential net = Net(DType.Float32);
Curves curves = new(net, training, test);
TrainingOptions options = new() { Epochs = epochs, BatchSize = 32, Seed = 1 };
new Trainer(net, loss, new Adam(net.Parameters, learningRate: 0.003), options) { Callbacks = [curves] }.Fit(training);
curves.Draw();
Console.WriteLine($"""

    After {epochs} epochs: training accuracy {curves.Training[^1]:P1}, test accuracy {curves.Test[^1]:P1}.
    The gap between them is what the net has learned by heart and not understood.
    """);

static Sequential Net(DType dtype)
{
    Generator generator = new(seed: 1);
    return new Sequential(new Linear(64, 32, generator, dtype: dtype), new Relu(), new Linear(32, 10, generator, dtype: dtype));
}

// Measures both accuracies after every epoch, and draws them.
internal sealed class Curves(Layer net, Dataset training, Dataset test) : TrainerCallback
{
    public List<double> Training { get; } = [];

    public List<double> Test { get; } = [];

    public override void EpochEnded(EpochRecord epoch)
    {
        Training.Add(Accuracy.Of(net.Forward(training.Features), training.Targets));
        Test.Add(Accuracy.Of(net.Forward(test.Features), test.Targets));
    }

    public void Draw()
    {
        for (int percent = 100; percent >= 70; percent -= 2)
        {
            IEnumerable<string> marks = Training.Zip(Test, (learned, tested) =>
                (At(learned, percent), At(tested, percent)) switch { (true, true) => "=", (true, _) => "+", (_, true) => "o", _ => " " });
            Console.WriteLine($"    {percent,4} % │ {string.Join(' ', marks)}".TrimEnd());
        }

        Console.WriteLine($"           └{new string('─', 2 * Training.Count)} epoch {Training.Count}");
        Console.WriteLine("             + training accuracy   o test accuracy   = both");
    }

    private static bool At(double accuracy, int percent) => (int)Math.Round(accuracy * 50) * 2 == percent;
}
