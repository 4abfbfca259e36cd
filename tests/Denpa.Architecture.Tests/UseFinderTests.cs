namespace Denpa.Architecture.Tests;

/// <summary>Whatever way a file names what another one declares, it is found.</summary>
public sealed class UseFinderTests
{
    private static readonly RoomOrder Order = new("Specimen", "Specimen", [["Low"], ["High"]]);

    private static readonly (string, string)[] Declarations =
    [
        ("Low/Value.cs", """
            public sealed partial class Value { public int Number { get; init; } }
            public sealed class Bag : List<int>;
            """),
        ("High/Value.cs", """
            public sealed partial class Value
            {
                public int Doubled => 2 * Number;
                public int this[int factor] => factor * Number;
                public static implicit operator TimeSpan(Value value) => new(value.Number);
            }
            """),
        ("High/Upper.cs", """
            [AttributeUsage(AttributeTargets.All)]
            public sealed class Upper : Attribute
            {
                public const int Most = 1;
                public Upper(int number = Most) { }
                public sealed class Inner;
            }
            public static class Extensions
            {
                extension(Value value)
                {
                    public int Tripled => 3 * value.Number;
                    public static Value Zero => new();
                    public static Value operator +(Value left, Value right) => left;
                    public static Value operator ++(Value one) => one;
                    public void operator -=(int number) { }
                    public IEnumerator<int> GetEnumerator() { yield break; }
                    public void Deconstruct(out int left, out int right) => (left, right) = (0, 0);
                    public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => default;
                    public Value Select(Func<Value, Value> selector) => selector(value);
                }
                public static int Quadrupled(this Value value) => 4 * value.Number;
                public static void Add(this Bag bag, Value value) => bag.Add(value.Number);
            }
            """),
    ];

    [Theory]
    [InlineData("_ = new Upper();", "Upper..ctor", "Upper")]
    [InlineData("_ = typeof(Upper);", "Upper")]
    [InlineData("_ = nameof(Upper.Most);", "Upper", "Upper.Most")]
    [InlineData("_ = new List<Upper.Inner[]>();", "Upper", "Inner")]
    [InlineData("_ = Array.Empty<(int, Upper)>();", "Upper")]
    [InlineData("[Upper] static void Local() { } Local();", "Upper..ctor")]
    [InlineData("_ = value + value;", "Extensions.op_Addition")]
    [InlineData("value += value;", "Extensions.op_Addition")]
    [InlineData("value++;", "Extensions.op_Increment")]
    [InlineData("value -= 1;", "Extensions.op_SubtractionAssignment")]
    [InlineData("TimeSpan span = value;", "Value.op_Implicit")]
    [InlineData("_ = value[2];", "Value.this[]")]
    [InlineData("_ = value.Doubled;", "Value.Doubled")]
    [InlineData("_ = value is { Doubled: 2 };", "Value.Doubled")]
    [InlineData("_ = value.Tripled;", "Extensions.Tripled")]
    [InlineData("_ = Value.Zero;", "Extensions.Zero")]
    [InlineData("_ = value.Quadrupled();", "Extensions.Quadrupled")]
    [InlineData("Func<int> later = value.Quadrupled;", "Extensions.Quadrupled")]
    [InlineData("foreach (var number in value) { }", "Extensions.GetEnumerator")]
    [InlineData("var (left, right) = value;", "Extensions.Deconstruct")]
    [InlineData("foreach (var (left, right) in new Value[0]) { }", "Extensions.Deconstruct")]
    [InlineData("_ = value is (1, 2);", "Extensions.Deconstruct")]
    [InlineData("_ = from one in value select one;", "Extensions.Select")]
    [InlineData("_ = new Bag { value };", "Extensions.Add")]
    [InlineData("await value;", "Extensions.GetAwaiter")]
    public void What_a_room_above_declares_is_found(string statement, params string[] names)
    {
        IEnumerable<string> expected = names.Select(name => $"Low/Code.cs:3 names {name} of High/");
        Assert.Equal(expected.Order(StringComparer.Ordinal), Read("Low/Code.cs", statement).Upward().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("// Upper")]
    [InlineData("/// <see cref=\"Upper\"/>\nstatic void Local() { } Local();")]
    [InlineData("_ = \"Upper\";")]
    [InlineData("int Upper() => 1; Upper();")]
    [InlineData("_ = new Value { Number = 1 }.Number;")]
    public void What_only_sounds_like_it_is_not(string statement) => Assert.Empty(Read("Low/Code.cs", statement).Upward());

    [Fact]
    public void What_a_room_below_declares_may_be_named()
    {
        ReadProject read = Read("High/Code.cs", "_ = new Bag { value.Number };");
        Assert.Empty(read.Upward());
        Assert.Equal(["Low"], read.Seen()["High"]);
        Assert.Empty(read.Seen()["Low"]);
    }

    private static ReadProject Read(string path, string statement)
    {
        string code = "internal static class Code\n{ private static async Task Run(Value value) {\n" +
            $"{statement}\nawait Task.Yield(); }} }}";
        ReadProject read = ReadProject.Of(Order, [.. Declarations, (path, code)]);
        Assert.Empty(read.Errors);
        return read;
    }
}
