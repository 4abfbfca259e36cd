using Denpa.Cli.Ends;

namespace Denpa.Cli;

/// <summary>The environment variables that the engine goes by.</summary>
internal static class Surroundings
{
    private const string Vectors = "DENPA_VECTORS";

    /// <summary>Refuses a variable that says nothing the engine knows, before there is work to lose.</summary>
    /// <exception cref="CommandException">One does.</exception>
    public static void Require()
    {
        try
        {
            // The engine reads them at their first use: of threads, and of vectors in a matrix product.
            _ = Workers.Count;
            if (Environment.GetEnvironmentVariable(Vectors) is null) return;
            Tensor one = Tensor.Ones([1, 1]);
            _ = one.MatMul(one);
        }
        catch (InvalidOperationException problem)
        {
            throw new CommandException(ExitCode.Usage, problem.Message);
        }
    }
}
