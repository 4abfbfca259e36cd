namespace Denpa.Cli.Bench.Families;

/// <summary>The smallest network there is to train, in a loop written by hand: what a step costs besides arithmetic.</summary>
internal sealed class Xor : IFollowable
{
    private const double LearningRate = 1;
    private const int FollowedSteps = 50;

    private readonly Dataset rows = ToySets.Xor();

    public double[] Time(Timing timing)
    {
        Plan step = Step(Create());
        return timing.Repeat(() => step.RunItem(rows.Features, rows.Targets));
    }

    /// <summary>The loss of each step.</summary>
    public double[] Follow(string folder)
    {
        Plan step = Step(GivenData.LoadWeights(folder, Create()));
        double[] losses = new double[FollowedSteps];
        for (int i = 0; i < losses.Length; i++) losses[i] = step.RunItem(rows.Features, rows.Targets);
        return losses;
    }

    private static Sequential Create() => new Network(2, 3, 1).Create(() => new Sigmoid(), output: new Sigmoid());

    private static Plan Step(Sequential model)
    {
        HalfSquaredError criterion = new();
        Sgd sgd = new(model.Parameters, LearningRate);
        return Plan.Compile(inputs =>
        {
            Tensor loss = criterion.Forward(model.Forward(inputs[0]), inputs[1]);
            sgd.Step(loss.Backward());
            return loss;
        });
    }
}
