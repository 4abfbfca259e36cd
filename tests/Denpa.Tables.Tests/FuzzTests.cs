using Denpa.Robustness;

namespace Denpa.Tables.Tests;

/// <summary>
/// A million spoilt files, in memory: each is read, or refused with the exception that the reader documents, and none makes a reader
/// take more memory than a file of its size may. The program Denpa.Robustness does the same for as long as it is told to.
/// </summary>
public sealed class FuzzTests
{
    private const ulong Seed = 1;

    [Theory]
    [InlineData("models", 200_000)]
    [InlineData("checkpoints", 200_000)]
    [InlineData("safetensors", 300_000)]
    [InlineData("npy", 200_000)]
    [InlineData("tables", 80_000)]
    [InlineData("long-tables", 200)]
    [InlineData("images", 20_000)]
    public void Whatever_a_file_holds_it_is_read_or_refused(string name, long count)
    {
        FuzzRun run = new(FuzzTarget.All.Single(target => target.Name == name), Seed);
        run.Run(count, limit: null, Math.Min(Environment.ProcessorCount, 4));
        Assert.Empty(run.Failures);
        Assert.Equal(count, run.Files);
        Assert.InRange(run.Accepted, 1, count - 1);
    }

    [Fact]
    public void The_same_seed_and_number_give_the_same_file()
    {
        foreach (FuzzTarget target in FuzzTarget.All)
        {
            Assert.Equal(target.File(Seed, 7), target.File(Seed, 7));
            Assert.NotEqual(target.File(Seed, 7), target.File(Seed, 8));
        }
    }
}
