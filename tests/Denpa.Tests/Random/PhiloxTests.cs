namespace Denpa.Tests;

public class PhiloxTests
{
    // The three lines "philox4x32 10" of Random123's kat_vectors: counter, key, result; the third pair is the digits of π.
    [Theory]
    [InlineData("00000000 00000000 00000000 00000000", "00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8")]
    [InlineData("ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd")]
    [InlineData("243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1")]
    public void Philox_gives_the_published_answers(string counter, string key, string answer)
    {
        Assert.Equal(Block(answer), Philox.Encipher(Block(counter), Pairs(key)[0]));

        Span<PhiloxBlock> filled = new PhiloxBlock[4];
        Philox.Fill(filled, Block(counter), Pairs(key)[0]);
        Assert.Equal(Block(answer), filled[0]);
    }

    [Theory]
    [InlineData(0UL)]
    [InlineData(0xFFFFFFFDUL)] // carries into the second word inside a four
    [InlineData(0xFFFFFFFFFFFFFFFAUL)] // wraps
    public void A_filled_block_depends_on_its_position_alone(ulong position)
    {
        PhiloxBlock start = new(position, 0x0123456789ABCDEF);
        const ulong key = 0xFEDCBA9876543210;
        for (int length = 0; length <= 21; length++)
        {
            PhiloxBlock[] blocks = new PhiloxBlock[length];
            Philox.Fill(blocks, start, key);
            IEnumerable<PhiloxBlock> oneByOne = Enumerable.Range(0, length)
                .Select(i => Philox.Encipher(start with { First = position + (ulong)i }, key));
            Assert.Equal(oneByOne, blocks);
        }
    }

    private static PhiloxBlock Block(string words) => new(Pairs(words)[0], Pairs(words)[1]);

    private static ulong[] Pairs(string words) =>
        [.. words.Split(' ').Select(word => Convert.ToUInt64(word, 16)).Chunk(2).Select(pair => pair[0] | pair[1] << 32)];
}
