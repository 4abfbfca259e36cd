namespace Denpa.Tests;

public sealed class FlowStackTests
{
    private readonly FlowStack<string> stack = new("");

    [Fact]
    public void Changes_hold_on_top_of_one_another_until_they_end()
    {
        using (stack.Enter(around => around + "a"))
        {
            using (stack.Enter(around => around + "b")) Assert.Equal("ab", stack.Current);
            Assert.Equal("a", stack.Current);
        }

        Assert.Equal("", stack.Current);
    }

    [Theory]
    [InlineData("abc", "bc c .")]
    [InlineData("acb", "bc b .")]
    [InlineData("bac", "ac c .")]
    [InlineData("bca", "ac a .")]
    [InlineData("cab", "ab b .")]
    [InlineData("cba", "ab a .")]
    public void In_whatever_order_they_end_those_that_have_not_are_left(string order, string left)
    {
        Dictionary<char, IDisposable> scopes = [];
        foreach (char name in "abc") scopes[name] = stack.Enter(around => around + name);
        List<string> seen = [];
        foreach (char name in order)
        {
            scopes[name].Dispose();
            scopes[name].Dispose();
            seen.Add(stack.Current.Length == 0 ? "." : stack.Current);
        }

        Assert.Equal(left, string.Join(' ', seen));
        using (stack.Enter(around => around + "d")) Assert.Equal("d", stack.Current);
        Assert.Equal("", stack.Current);
    }

    [Fact]
    public async Task A_change_that_another_flow_ends_is_ended_in_its_own_and_nothing_is_left_in_the_other()
    {
        using IDisposable outer = stack.Enter(around => around + "a");
        FlowStack<string>.Entry inner = stack.Enter(around => around + "b");
        await Task.Run(
            () =>
            {
                using IDisposable own = stack.Enter(around => around + "c");
                inner.Dispose();
                Assert.Equal("ac", stack.Current);
            },
            TestContext.Current.CancellationToken);
        Assert.Equal("a", stack.Current);

        IDisposable made = await Made();
        Assert.Equal("a", stack.Current);
        made.Dispose();
        Assert.Equal("a", stack.Current);

        async Task<IDisposable> Made()
        {
            await Task.Yield();
            return stack.Enter(around => around + "d");
        }
    }
}
