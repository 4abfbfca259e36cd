namespace Denpa;

public sealed partial class Generator
{
    /// <summary>
    /// Puts the items into a random order, each order equally likely (Fisher and Yates; Knuth, TAOCP 2, algorithm 3.4.2P). Takes ⌊n/2⌋
    /// blocks for n items.
    /// </summary>
    public void Shuffle<T>(Span<T> items)
    {
        Span<PhiloxBlock> buffer = stackalloc PhiloxBlock[BlocksAtOnce];
        int unplaced = items.Length;
        while (unplaced > 1)
        {
            foreach (PhiloxBlock block in NextBlocks(buffer, unplaced / 2))
            {
                for (int half = 0; half < 2 && unplaced > 1; half++)
                {
                    int chosen = (int)IntegerDistribution.Below((ulong)unplaced, block, half, _state.Seed);
                    unplaced--;
                    (items[unplaced], items[chosen]) = (items[chosen], items[unplaced]);
                }
            }
        }
    }

    /// <summary>The numbers 0 to count − 1 in a random order, each order equally likely. Takes ⌊count/2⌋ blocks.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public int[] Permutation(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int[] numbers = new int[count];
        for (int number = 0; number < count; number++)
            numbers[number] = number;
        Shuffle<int>(numbers);
        return numbers;
    }
}
