using FsCheck;
using FsCheck.Fluent;

namespace Denpa.Tests;

public class FillTests
{
    private static readonly Action<Generator, Span<double>> _uniform = (generator, span) => generator.FillUniform(span, -3, 5);
    private static readonly Action<Generator, Span<double>> _normal = (generator, span) => generator.FillNormal(span, -3, 5);
    private static readonly Action<Generator, Span<double>> _bernoulli = (generator, span) => generator.FillBernoulli(span, 0.3, 2.5);
    private static readonly Action<Generator, Span<long>> _integers = (generator, span) => generator.FillIntegers(span, -3, 5);

    // Three quarters of all values are accepted at the first try, so blocks are often enciphered again.
    private static readonly Action<Generator, Span<long>> _wideIntegers =
        (generator, span) => generator.FillIntegers(span, long.MinValue, 1L << 62);

    [Fact]
    public void The_numbers_are_the_same_whatever_the_partition()
    {
        AnyPartitionGivesTheSame(_uniform, elementsPerBlock: 2);
        AnyPartitionGivesTheSame(_normal, elementsPerBlock: 2);
        AnyPartitionGivesTheSame(_integers, elementsPerBlock: 2);
        AnyPartitionGivesTheSame(_wideIntegers, elementsPerBlock: 2);
        AnyPartitionGivesTheSame(_bernoulli, elementsPerBlock: 4);
    }

    [Fact]
    public void A_shorter_fill_is_the_beginning_of_a_longer_one()
    {
        AnyLengthIsABeginning(_uniform);
        AnyLengthIsABeginning(_normal);
        AnyLengthIsABeginning(_integers);
        AnyLengthIsABeginning(_wideIntegers);
        AnyLengthIsABeginning(_bernoulli);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(2, 1, 1)]
    [InlineData(3, 2, 1)]
    [InlineData(4, 2, 1)]
    [InlineData(5, 3, 2)]
    [InlineData(128, 64, 32)]
    [InlineData(129, 65, 33)]
    [InlineData(1001, 501, 251)]
    public void A_fill_takes_blocks_by_its_length_alone(int length, ulong halves, ulong quarters)
    {
        Assert.Equal(halves, Taken(_uniform, length));
        Assert.Equal(halves, Taken(_normal, length));
        Assert.Equal(halves, Taken(_integers, length));
        Assert.Equal(halves, Taken(_wideIntegers, length));
        Assert.Equal(quarters, Taken(_bernoulli, length));
    }

    [Fact]
    public void A_single_fill_is_a_double_fill_rounded()
    {
        (float[]? singles, double[]? doubles) = (new float[257], new double[257]);
        new Generator(11).FillUniform<float>(singles, -1, 1);
        new Generator(11).FillUniform<double>(doubles, -1, 1);
        Assert.Equal(doubles.Select(number => (float)number), singles);

        new Generator(11).FillNormal<float>(singles, 1, 2);
        new Generator(11).FillNormal<double>(doubles, 1, 2);
        Assert.Equal(doubles.Select(number => (float)number), singles);
    }

    private static void AnyPartitionGivesTheSame<T>(Action<Generator, Span<T>> fill, int elementsPerBlock)
    {
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll<ulong, byte[], byte>((seed, pieces, rest) =>
        {
            int[] lengths = pieces.Select(piece => piece * elementsPerBlock).Append(rest).ToArray();
            (T[]? whole, T[]? parted) = (new T[lengths.Sum()], new T[lengths.Sum()]);
            (Generator? generator, Generator? other) = (new Generator(seed), new Generator(seed));
            fill(generator, whole);
            int start = 0;
            foreach (int length in lengths)
            {
                fill(other, parted.AsSpan(start, length));
                start += length;
            }

            return whole.SequenceEqual(parted) && generator.State == other.State;
        }));
    }

    private static void AnyLengthIsABeginning<T>(Action<Generator, Span<T>> fill)
    {
        T[] longest = new T[300];
        fill(new Generator(13), longest);
        for (int length = 0; length < longest.Length; length++)
        {
            T[] shorter = new T[length];
            fill(new Generator(13), shorter);
            Assert.Equal(longest[..length], shorter);
        }
    }

    private static ulong Taken<T>(Action<Generator, Span<T>> fill, int length)
    {
        Generator generator = new(1);
        fill(generator, new T[length]);
        return generator.State.Position;
    }
}
