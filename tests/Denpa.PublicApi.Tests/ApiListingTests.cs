namespace Denpa.PublicApi.Tests;

/// <summary>The listing says of each type and member all that a caller's code depends on.</summary>
public sealed class ApiListingTests
{
    private const string Here = "Denpa.PublicApi.Tests";

    [Fact]
    public void A_class_is_listed_with_its_visible_members() => Equal(
        [
            $"{Here}.Animal : abstract class",
            $"{Here}.Animal.Call(in int times, out string? answer) -> protected virtual void",
            $"{Here}.Animal.Called -> event EventHandler?",
            $"{Here}.Animal.Gravity = 9.81 -> const double",
            $"{Here}.Animal.Legs -> int? {{ get; protected set; }}",
            $"{Here}.Animal.Name -> string {{ get; }}",
            $"{Here}.Animal.Owner -> required string? {{ get; init; }}",
            $"{Here}.Animal.Words(params ReadOnlySpan<int> counts) -> abstract IReadOnlyList<string?>",
            $"{Here}.Animal.new(string name, int? legs = null) -> protected",
        ],
        typeof(Animal));

    [Fact]
    public void A_record_is_listed_without_what_the_compiler_adds() => Equal(
        [
            $"{Here}.Place : readonly record struct, IEquatable<Place>",
            $"{Here}.Place.Column -> string? {{ get; init; }}",
            $"{Here}.Place.Neighbours -> (int Rows, string? Column)[] {{ get; }}",
            $"{Here}.Place.Row -> int {{ get; init; }}",
            $"{Here}.Place.new(int Row, string? Column = \"a\")",
            $"{Here}.Place.op_Implicit(int row) -> static Place",
        ],
        typeof(Place));

    [Fact]
    public void A_record_to_derive_from_is_listed_without_the_constructor_that_copies() => Equal(
        [
            $"{Here}.Being : abstract record, IEquatable<Being>",
            $"{Here}.Being.Kind -> string {{ get; init; }}",
            $"{Here}.Being.new(string Kind) -> protected",
        ],
        typeof(Being));

    [Fact]
    public void An_enumeration_is_listed_with_its_values() => Equal(
        [
            $"{Here}.Size : enum byte",
            $"{Here}.Size.Large = 2",
            $"{Here}.Size.Small = 1",
        ],
        typeof(Size));

    [Fact]
    public void Extensions_defaults_and_constraints_are_listed() => Equal(
        [
            $"{Here}.Places : static class",
            $"{Here}.Places.First<T>(IEnumerable<T> values, Func<T, bool>? wanted = null, bool last = false) -> " +
            "static T? where T : class, IComparable<T>",
            $"{Here}.Places.Moved(this Place place, Size by = Size.Large) -> static Place",
            $"{Here}.Places.Same<T>(T value) -> static T",
        ],
        typeof(Places));

    [Fact]
    public void A_delegate_is_one_line() => Equal([$"{Here}.Answer<T> : delegate (T question) -> string?"], typeof(Answer<>));

    private static void Equal(string[] lines, Type type) => Assert.Equal(lines, ApiListing.Of(type));
}
