namespace Denpa;

/// <summary>Which of a weight's two counts of connections an initializer goes by.</summary>
public enum Fan
{
    /// <summary>How many numbers each output is made of.</summary>
    In,

    /// <summary>How many outputs each input goes to.</summary>
    Out,
}

/// <summary>A weight's counts of connections, by its shape.</summary>
internal readonly record struct Fans(int In, int Out)
{
    /// <summary>The fans of a weight [out, in, …], the sizes after the first two being a kernel's.</summary>
    /// <exception cref="ShapeException">There are fewer than two axes.</exception>
    public static Fans Of(Shape weight)
    {
        if (weight.Rank < 2)
        {
            throw new ShapeException($"initializer: {weight} has no axes [out, in], so nothing says how many numbers go in and out");
        }

        int kernel = new Shape(weight.Sizes[2..]).ElementCount;
        return new Fans(weight[1] * kernel, weight[0] * kernel);
    }

    public int Count(Fan fan) => fan == Fan.In ? In : Out;
}
