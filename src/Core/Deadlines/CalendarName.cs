namespace Mailroom.Core.Deadlines;

/// <summary>What a day or a break of a calendar is called, for people.</summary>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
public sealed record CalendarName(string Zh, string En)
{
    /// <summary>The same name in both languages.</summary>
    public static CalendarName Same(string name) => new(name, name);
}
