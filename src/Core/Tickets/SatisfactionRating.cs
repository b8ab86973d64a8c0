namespace Mailroom.Core.Tickets;

/// <summary>How it went for the customer.</summary>
public enum SatisfactionRating
{
    /// <summary>Well.</summary>
    Good,

    /// <summary>Badly, though it is solved.</summary>
    Bad,

    /// <summary>It is not solved: the ticket opens again.</summary>
    NotSolved,
}
