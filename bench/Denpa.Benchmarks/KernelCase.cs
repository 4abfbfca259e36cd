namespace Denpa.Benchmarks;

/// <summary>An op with its operands in memory, and what must come out: a kernel as a plan runs it.</summary>
/// <param name="name">The shapes, or whatever else tells it from the others.</param>
/// <param name="op">The op.</param>
/// <param name="inputs">Its inputs.</param>
/// <param name="output">Where it writes.</param>
/// <param name="expected">The output in double precision, as the textbook has it; asked for once, before anything has run.</param>
public sealed class KernelCase(string name, Op op, Tensor[] inputs, Tensor output, Func<double[]> expected)
{
    // Float32 with thousands of summands; a kernel that is wrong is wrong by far more.
    private const double Tolerance = 1e-4;

    private readonly Instruction instruction = new(op, inputs, [output]);

    /// <summary>Multiplications and additions; 0 where they are not what the time goes into.</summary>
    public double Operations { get; init; }

    /// <summary>Bytes that are read and written, each once.</summary>
    public double Bytes { get; init; } = 4.0 * (inputs.Sum(input => input.Length) + output.Length);

    public void Run() => instruction.Run();

    /// <summary>Runs once and holds the output against what is expected.</summary>
    /// <exception cref="InvalidOperationException">They differ: what is wrong is not timed.</exception>
    public void Verify()
    {
        double[] wanted = expected();
        Run();
        ReadOnlySpan<float> found = output.AsSpan<float>();
        double scale = wanted.Max(Math.Abs);
        for (int i = 0; i < wanted.Length; i++)
        {
            if (!(Math.Abs(found[i] - wanted[i]) <= Tolerance * scale))
            {
                throw new InvalidOperationException($"{op.Name} {name}: element {i} is {found[i]}, and should be {wanted[i]}");
            }
        }
    }

    public override string ToString() => name;
}
