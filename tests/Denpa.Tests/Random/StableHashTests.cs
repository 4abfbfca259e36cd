namespace Denpa.Tests;

public class StableHashTests
{
    // From the test vectors published with FNV (RFC 9923 and isthe.com/chongo/tech/comp/fnv).
    [Theory]
    [InlineData("", 0xCBF29CE484222325UL)]
    [InlineData("a", 0xAF63DC4C8601EC8CUL)]
    [InlineData("foobar", 0x85944171F73967E8UL)]
    public void The_hash_gives_the_published_answers(string text, ulong hash) => Assert.Equal(hash, StableHash.Compute(text));
}
