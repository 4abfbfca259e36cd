#:project ../src/Denpa/Denpa.csproj

// Batch, mini-batch and online learning: how many samples to look at before each step.

using Denpa;

Console.OutputEncoding = System.Text.Encoding.UTF8;

const int epochs = 30;
const double learningRate = 0.1, goal = 0.2;
Generator generator = new(seed: 1);
Dataset training = ToySets.Moons(256, generator, noise: 0.15, DType.Float64);
Dataset test = ToySets.Moons(256, generator, noise: 0.15, DType.Float64);
SoftmaxCrossEntropy loss = new();

Console.WriteLine($"""
    Two half moons, {training.Count} points to learn from and {test.Count} others to test on; a 2-16-2 ReLU net.
    The same first weights and the same learning rate {learningRate}. What differs is how many samples
    share a step.

                           after {epochs} epochs                    until the loss is below {goal}
      batch size    steps    loss  test accuracy      epochs    steps    samples looked at
    """);

(string Name, int BatchSize)[] ways = [("full batch", DataLoader.FullBatch), ("mini-batch", 32), ("mini-batch", 8), ("online", 1)];
foreach ((string name, int batchSize) in ways)
{
    Generator weights = new(seed: 2);
    Sequential net = new(
        new Linear(2, 16, weights, dtype: DType.Float64), new Relu(), new Linear(16, 2, weights, dtype: DType.Float64));
    Sgd sgd = new(net.Parameters, learningRate);
    DataLoader loader = new(training, batchSize, new Generator(seed: 3));
    string after = "", until = "";
    for (int epoch = 1; after == "" || until == ""; epoch++)
    {
        foreach (Batch batch in loader.Epoch(epoch))
        {
            sgd.Step(loss.Forward(net.Forward(batch.Features), batch.Targets).Backward());
        }

        double reached = loss.Forward(net.Forward(training.Features), training.Targets).Item();
        if (epoch == epochs)
        {
            double accuracy = Accuracy.Of(net.Forward(test.Features), test.Targets);
            after = $"{sgd.StepCount,7}{reached,8:F4}{accuracy,15:P1}";
        }

        if (until == "" && reached < goal) until = $"{epoch,12}{sgd.StepCount,9}{epoch * training.Count,21}";
    }

    Console.WriteLine($"  {name,-10}{loader.BatchSize,4} {after}{until}");
}

Console.WriteLine("""

    Full batch   One step for each epoch, along the true gradient of the loss on all samples. The
                 steps are good, and each costs as much as the whole set.
    Online       One step for each sample, along the gradient of that sample alone. It goes far in
                 few epochs, but never settles, since each sample pulls its own way; and 256 products
                 with one row take much longer than one product with 256 rows.
    Mini-batch   Between the two: a good estimate of the gradient, many steps, and matrices large
                 enough to be fast. It is what nearly everybody uses.

    At one learning rate each needs about as many steps: a rough gradient is nearly as good as the
    true one, and far cheaper. What large batches gain is that they bear a larger learning rate.
    """);
