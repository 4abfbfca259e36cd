namespace Denpa.Cli.Bench;

/// <summary>One thing that is timed.</summary>
/// <param name="Name">What <c>--only</c> calls it.</param>
/// <param name="Content">What is done, in a few words.</param>
/// <param name="Unit">What is counted: a step, an epoch, a product.</param>
/// <param name="Operations">The floating-point operations of one of these; 0 where they do not decide the time.</param>
/// <param name="Prepare">Makes the data and the network, which is not timed.</param>
internal sealed record Workload(string Name, string Content, Unit Unit, double Operations, Func<ITimed> Prepare);

/// <summary>How the time of one unit of work is given.</summary>
/// <param name="Name">Such as <c>us/step</c>.</param>
/// <param name="PerSecond">How many of these a second has; 0 for GFLOPS, a rate.</param>
internal sealed record Unit(string Name, double PerSecond)
{
    public static readonly Unit MillisecondsPerEpoch = new("ms/epoch", 1e3);
    public static readonly Unit MillisecondsPerStep = new("ms/step", 1e3);
    public static readonly Unit MicrosecondsPerStep = new("us/step", 1e6);
    public static readonly Unit MicrosecondsPerRow = new("us/row", 1e6);
    public static readonly Unit MicrosecondsPerProduct = new("us/product", 1e6);
    public static readonly Unit GigaflopsPerSecond = new("GFLOPS", 0);

    /// <summary>A time in this unit.</summary>
    /// <param name="seconds">The time of one unit of work.</param>
    /// <param name="operations">The floating-point operations of one unit of work.</param>
    public double Of(double seconds, double operations) => PerSecond > 0 ? seconds * PerSecond : operations / seconds / 1e9;
}

/// <summary>Prepared work.</summary>
internal interface ITimed
{
    /// <summary>Works, after a warm-up, and returns for each run the seconds that one unit of work took.</summary>
    double[] Time(Timing timing);
}

/// <summary>Work that can be done on given data instead, so that another program can be held against what comes out.</summary>
internal interface IFollowable : ITimed
{
    /// <summary>The numbers that come out: the losses of training, or a result.</summary>
    /// <param name="folder">Where the data and the weights lie, as .npy files.</param>
    double[] Follow(string folder);
}
