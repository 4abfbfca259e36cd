namespace Denpa.Tests;

public class GeneratorTests
{
    // Random123's answers for the counter and key 0, and for the digits of π.
    private const ulong ZeroFirst = 0xE169C58D6627E8D5;
    private static readonly GeneratorState _pi = new(Seed: 0x299F31D0A4093822, Stream: 0x0370734413198A2E, Position: 0x85A308D3243F6A88);

    [Fact]
    public void A_draw_is_a_block_of_Philox_under_seed_stream_and_position()
    {
        Assert.Equal(0x94FDCCEBD16CFE09, Generator.FromState(_pi).NextUInt64());
        Assert.Equal(0xD16CFE09, Generator.FromState(_pi).NextUInt32());
        Assert.Equal(ZeroFirst, new Generator(seed: 0).NextUInt64());
    }

    [Fact]
    public void Fractions_are_the_leading_bits()
    {
        Assert.Equal(0xE169C5 / 16777216f, new Generator(0).NextSingle());
        Assert.Equal((ZeroFirst >> 11) / 9007199254740992d, new Generator(0).NextDouble());
    }

    [Fact]
    public void Fractions_never_reach_one()
    {
        Assert.Equal(1 - MathF.Pow(2, -24), UnitInterval.ToSingle(ulong.MaxValue));
        Assert.Equal(1 - Math.Pow(2, -53), UnitInterval.ToDouble(ulong.MaxValue));
        Assert.Equal(0f, UnitInterval.ToSingle(0));
        Assert.Equal(0d, UnitInterval.ToDouble(0));
    }

    [Fact]
    public void Every_single_draw_takes_one_block()
    {
        Generator generator = new(seed: 5, stream: 6);
        Assert.Equal(new GeneratorState(5, 6, 0), generator.State);
        generator.NextUInt32();
        generator.NextUInt64();
        generator.NextSingle();
        generator.NextDouble();
        generator.NextInteger(0, 10);
        generator.NextNormal();
        Assert.Equal(new GeneratorState(5, 6, 6), generator.State);
    }

    [Fact]
    public void A_single_draw_is_what_a_fill_of_one_element_gives()
    {
        (Generator? single, Generator? fill) = (new Generator(3), new Generator(3));
        double[] number = new double[1];
        long[] integer = new long[1];

        fill.FillUniform<double>(number, 0, 1);
        Assert.Equal(single.NextDouble(), number[0]);
        fill.FillNormal<double>(number, 2, 3);
        Assert.Equal(single.NextNormal(2, 3), number[0]);
        fill.FillIntegers(integer, -50, 50);
        Assert.Equal(single.NextInteger(-50, 50), integer[0]);
        Assert.Equal(single.State, fill.State);
    }

    [Fact]
    public void A_saved_state_resumes_the_same_numbers()
    {
        Generator generator = new(seed: 7);
        generator.FillNormal<float>(new float[123], 0, 1);
        GeneratorState saved = generator.State;
        ulong[] expected = [generator.NextUInt64(), generator.NextUInt64(), generator.NextUInt64()];

        Generator resumed = Generator.FromState(saved);
        Assert.All(expected, number => Assert.Equal(number, resumed.NextUInt64()));

        generator.Restore(saved);
        Assert.Equal(saved, generator.State);
        Assert.Equal(expected[0], generator.NextUInt64());

        Generator elsewhere = new(seed: 8, stream: 9);
        elsewhere.Restore(saved);
        Assert.Equal(expected[0], elsewhere.NextUInt64());
    }

    [Fact]
    public void The_position_wraps_at_its_end()
    {
        Generator generator = Generator.FromState(new GeneratorState(0, 0, ulong.MaxValue));
        generator.NextUInt32();
        Assert.Equal(0UL, generator.State.Position);
        Assert.Equal(ZeroFirst, generator.NextUInt64());
    }

    [Fact]
    public void Seeds_streams_and_forks_give_different_numbers()
    {
        Generator root = new(1);
        Generator[] generators =
        [
            root, new(2), new(1, stream: 1), new(2, stream: 1),
            root.Fork("weights"), root.Fork("shuffle"), root.Fork(0), root.Fork(1), root.Fork(-1),
            root.Fork("weights").Fork("shuffle"), root.Fork("shuffle").Fork("weights"),
            new Generator(2).Fork("weights"), new Generator(1, stream: 1).Fork("weights"),
        ];
        ulong[] numbers = generators.Select(generator => generator.NextUInt64()).ToArray();
        Assert.Equal(numbers.Length, numbers.Distinct().Count());
    }

    [Fact]
    public void A_fork_depends_on_seed_stream_and_label_but_not_on_what_was_drawn()
    {
        Generator generator = new(42);
        GeneratorState fresh = generator.Fork("shuffle").State;
        Assert.Equal(new GeneratorState(42, 0, 0), generator.State);
        generator.NextUInt64();
        Assert.Equal(fresh, generator.Fork("shuffle").State);

        // By a Philox and an FNV-1a written apart from these, in Python.
        Assert.Equal(new GeneratorState(42, Stream: 0x098DA7D4FB08A7C3, Position: 0), fresh);
    }

    [Fact]
    public void A_fork_needs_a_label() => Assert.Throws<ArgumentNullException>(() => new Generator(0).Fork(null!));
}
