#:project ../src/Denpa/Denpa.csproj

// XOR: a small problem that needs a hidden layer, and weights that are not too small to begin with.

using Denpa;

Console.OutputEncoding = System.Text.Encoding.UTF8;

Dataset xor = ToySets.Xor(DType.Float64);
BinaryCrossEntropy loss = new();

Console.WriteLine("""
    XOR with a 2-3-1 net, sigmoid, binary cross-entropy, full batches of all four rows.

    1. Weights from N(0, 0.1) (standard deviation 0.1), biases 0, learning rate 0.1, 10 000 epochs:

    """);
Sequential timid = Net(standardDeviation: 0.1);
Train(timid, learningRate: 0.1, epochs: 10_000, report: 2_000);
Answers(timid);

Sequential fresh = Net(standardDeviation: 0.1);
double tiny = GradientSize(fresh), usual = GradientSize(Net(standardDeviation: 2));
Console.WriteLine($"""

    About 0.5 for every row: it has learned nothing. Why: near 0 a sigmoid is almost a straight line,
    so with weights near 0 the whole net is one. No line separates XOR: whatever it gains on two rows,
    it loses on the other two. The best that a line can do is 0.5 everywhere, the loss ln 2 = {Math.Log(2):F6},
    and there the net begins: on a plateau, with the three hidden units nearly the same. The largest
    gradient of the hidden weights at the start: {tiny:0.0e+0}; with weights from N(0, 2): {usual:0.0e+0}.

    2. Weights from N(0, 2), learning rate 1, 3 000 epochs:

    """);
Sequential bold = Net(standardDeviation: 2);
Train(bold, learningRate: 1, epochs: 3_000, report: 500);
Answers(bold);

Console.WriteLine("""

    Larger weights bend the sigmoids, and the hidden units differ from the start. The larger rate
    makes up for the mean over four rows, which shares out the gradient.
    """);

static Sequential Net(double standardDeviation)
{
    Generator generator = new(seed: 0);
    NormalInitializer normal = new(mean: 0, standardDeviation);
    return new Sequential(
        new Linear(2, 3, generator, dtype: DType.Float64, weightInitializer: normal),
        new Sigmoid(),
        new Linear(3, 1, generator, dtype: DType.Float64, weightInitializer: normal));
}

void Train(Sequential net, double learningRate, int epochs, int report)
{
    Sgd sgd = new(net.Parameters, learningRate);
    for (int epoch = 0; epoch <= epochs; epoch++)
    {
        Tensor value = loss.Forward(net.Forward(xor.Features), xor.Targets);
        if (epoch % report == 0) Console.WriteLine($"   epoch {epoch,6}   loss {value.Item():F6}");
        sgd.Step(value.Backward());
    }
}

void Answers(Sequential net)
{
    Tensor answers = net.Forward(xor.Features).Sigmoid();
    for (int row = 0; row < xor.Count; row++)
    {
        (double a, double b, double target) = (xor.Features[row, 0], xor.Features[row, 1], xor.Targets[row, 0]);
        Console.WriteLine($"   {a} xor {b} is {target}, the net says {answers[row, 0]:F4}");
    }
}

double GradientSize(Sequential net)
{
    Gradients gradients = loss.Forward(net.Forward(xor.Features), xor.Targets).Backward();
    return gradients[net.Parameters.First()].Abs().Max().Item();
}
