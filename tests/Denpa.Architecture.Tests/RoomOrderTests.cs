namespace Denpa.Architecture.Tests;

/// <summary>A room is seen from the rows above it, and from nowhere else.</summary>
public sealed class RoomOrderTests
{
    private static readonly string[][] Rows = [["Cellar"], ["Hall/Stairs"], ["Hall", "Kitchen"], [RoomOrder.Root]];

    private static readonly RoomOrder Order = new("Specimen", "Specimen", Rows)
    {
        Allowed = [("Hall", "Kitchen")],
    };

    [Theory]
    [InlineData("Cellar/Wine.cs", "Cellar")]
    [InlineData("Hall/Door.cs", "Hall")]
    [InlineData("Hall/Coats/Hook.cs", "Hall")]
    [InlineData("Hall/Stairs/Step.cs", "Hall/Stairs")]
    [InlineData("Hall/StairsOutside/Step.cs", "Hall")]
    [InlineData("Attic/Box.cs", "Attic")]
    [InlineData("Program.cs", RoomOrder.Root)]
    public void The_room_of_a_file_is_the_longest_listed_folder_above_it(string path, string room) =>
        Assert.Equal(room, Order.RoomOf(path));

    [Fact]
    public void What_several_rooms_declare_is_at_home_in_the_lowest() =>
        Assert.Equal("Cellar", Order.RoomOf(["Kitchen/Oven.cs", "Cellar/Oven.cs", "Hall/Oven.cs"]));

    [Theory]
    [InlineData("Cellar", "Cellar", true)]
    [InlineData("Hall", "Cellar", true)]
    [InlineData("Hall", "Hall/Stairs", true)]
    [InlineData(RoomOrder.Root, "Kitchen", true)]
    [InlineData("Hall/Stairs", "Hall", false)]
    [InlineData("Cellar", RoomOrder.Root, false)]
    [InlineData("Hall", "Kitchen", true)]
    [InlineData("Kitchen", "Hall", false)]
    public void A_room_sees_the_rows_below_and_what_is_allowed(string room, string seen, bool may) =>
        Assert.Equal(may, Order.MaySee(room, seen));
}
