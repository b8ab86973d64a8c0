namespace Mailroom.Core.Tests.Laws;

/// <summary>The rooms of the core know only those below them.</summary>
public sealed class DirectionTests
{
    private static readonly Dictionary<string, string[]> Below = new()
    {
        ["Mail"] = [],
        ["Deadlines"] = [],
        ["Failures"] = [],
        ["Policy"] = ["Mail", "Deadlines"],
        ["Understanding"] = ["Mail", "Deadlines", "Policy"],
        ["Tickets"] = ["Mail", "Deadlines", "Failures", "Policy", "Understanding"],
        ["Intake"] = ["Mail", "Deadlines", "Failures", "Policy", "Understanding", "Tickets"],
        ["Effects"] = ["Mail", "Deadlines", "Failures", "Policy", "Understanding", "Tickets"],
        ["Replies"] = ["Mail", "Deadlines", "Failures", "Policy", "Understanding", "Tickets", "Intake", "Effects"],
    };

    [Fact]
    public void Every_room_is_in_the_order()
    {
        Assert.Equal(Below.Keys.Order(), CoreAssembly.Types.Select(t => Room(CoreAssembly.NamespaceOf(t))).Distinct().Order());
    }

    [Fact]
    public void No_room_names_a_type_of_a_room_above_it()
    {
        var faults =
            from type in CoreAssembly.Types
            let room = Room(CoreAssembly.NamespaceOf(type))
            from named in CoreAssembly.NamedBy(type)
            where CoreAssembly.NamespaceOf(named).StartsWith("Mailroom.", StringComparison.Ordinal)
            let other = Room(CoreAssembly.NamespaceOf(named))
            where other != room && !Below[room].Contains(other)
            select $"{type.FullName} names {named.FullName}";

        Assert.Empty(faults);
    }

    private static string Room(string space) => space.Split('.')[2];
}
