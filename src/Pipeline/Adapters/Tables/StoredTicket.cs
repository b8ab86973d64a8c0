using Azure;
using Mailroom.Core.Effects;
using Mailroom.Core.Intake;
using Mailroom.Core.Tickets;

namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>All of one ticket as it lies in its partition.</summary>
/// <param name="Number">The number.</param>
/// <param name="History">The ticket and its events.</param>
/// <param name="Inbox">The mails that it has taken.</param>
/// <param name="Outbox">The mails that it has ordered.</param>
/// <param name="ETag">The header's version.</param>
public sealed record StoredTicket(
    TicketNumber Number,
    TicketHistory History,
    IReadOnlyList<InboxEntry> Inbox,
    IReadOnlyList<OutboxRow> Outbox,
    ETag? ETag)
{
    /// <summary>The links that were used on it.</summary>
    public IReadOnlyList<UsedLink> Links { get; init; } = [];

    /// <summary>A number that nobody has.</summary>
    public static StoredTicket Unused(TicketNumber number) => new(number, TicketHistory.None, [], [], null);
}

/// <summary>A mail that a ticket has taken: with it in the same transaction, so that it is taken once.</summary>
/// <param name="Sha256">The mail.</param>
/// <param name="FirstEvent">The sequence number of the first event that it caused.</param>
/// <param name="LastEvent">Of the last; below the first when it caused none.</param>
/// <param name="Ending">How the mail ends.</param>
/// <param name="Rule">The rule that decided.</param>
/// <param name="Reason">One sentence.</param>
public sealed record InboxEntry(string Sha256, int FirstEvent, int LastEvent, MailEnding Ending, string Rule, string Reason);

/// <summary>A signed link that was used: in the same transaction as what it did, so that it is used once.</summary>
/// <param name="Id">The link.</param>
/// <param name="At">When.</param>
/// <param name="Event">The sequence number of the event that it caused.</param>
public sealed record UsedLink(string Id, DateTimeOffset At, int Event);

/// <summary>What is written in one transaction.</summary>
/// <param name="Seen">The ticket as it was read.</param>
/// <param name="After">The ticket after the events.</param>
/// <param name="Events">The new events.</param>
/// <param name="Inbox">The mail behind them; null when it was no mail.</param>
/// <param name="Mails">The mails that they order.</param>
public sealed record TicketSave(
    StoredTicket Seen,
    Ticket After,
    IReadOnlyList<TicketEvent> Events,
    InboxEntry? Inbox,
    IReadOnlyList<OutgoingMail> Mails)
{
    /// <summary>An outbox row that moves with it, over the version that was read; null when none does.</summary>
    public OutboxRow? Moved { get; init; }

    /// <summary>The link behind it; null when it was none.</summary>
    public UsedLink? Link { get; init; }
}

/// <summary>How a save ended.</summary>
public enum SaveResult
{
    /// <summary>All is written.</summary>
    Saved,

    /// <summary>The mail was taken before, perhaps by a first attempt whose answer was lost: read again and go on with what is written.</summary>
    TakenBefore,

    /// <summary>Somebody else moved the ticket: read again and decide again.</summary>
    Conflict,

    /// <summary>The number belongs to another mail's ticket: take the next.</summary>
    NumberTaken,
}
