namespace Denpa.Architecture.Tests;

/// <summary>The folders of a project are its rooms: a file may name what its own room declares, and the rooms below.</summary>
public sealed class RoomsTests
{
    public static TheoryData<string> Projects => [.. House.Projects.Select(order => order.Project)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_sources_are_read_without_an_error(string project)
    {
        Assert.NotEmpty(ReadProject.Of(project).Paths);
        Assert.Empty(ReadProject.Of(project).Errors);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_room_has_its_place_and_every_place_a_room(string project)
    {
        (RoomOrder? order, IReadOnlyList<string>? paths) = (ReadProject.Of(project).Order, ReadProject.Of(project).Paths);
        Assert.Equal(order.Rooms.Order(StringComparer.Ordinal), paths.Select(order.RoomOf).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_file_names_what_a_room_above_or_beside_its_own_declares(string project)
    {
        List<string> upward = ReadProject.Of(project).Upward().ToList();
        Assert.True(upward.Count == 0, string.Join('\n', upward));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_exception_to_the_order_is_in_use(string project)
    {
        (RoomOrder? order, IReadOnlyDictionary<string, IReadOnlyList<string>>? seen) =
            (ReadProject.Of(project).Order, ReadProject.Of(project).Seen());
        Assert.All(order.Allowed, pair => Assert.Contains(pair.Seen, seen[pair.Room]));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Classes_are_abstract_sealed_or_static(string project) => Assert.Empty(ReadProject.Of(project).OpenClasses());
}
