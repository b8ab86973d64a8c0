namespace Mailroom.Core.Policy;

/// <summary>What a reply to a solved ticket does.</summary>
/// <param name="WithinDays">So many days after the solution it reopens the ticket; later it opens a linked new one. 0 to 3650; 0: always a new one.</param>
public sealed record ReopenPolicy(int WithinDays)
{
    /// <summary>The most days.</summary>
    public const int MostDays = 3650;

    /// <summary>30 days.</summary>
    public static ReopenPolicy Usual { get; } = new(30);

    /// <summary>True when a ticket that was solved then takes a reply of now.</summary>
    public bool Takes(DateTimeOffset? resolvedAt, DateTimeOffset now) =>
        resolvedAt is not { } at || now < at + TimeSpan.FromDays(WithinDays);
}
