using Mailroom.Core.Tickets;

namespace Mailroom.Core.Effects;

/// <summary>Something to do outside, saved with the state that asked for it. The closed list of what the shell may be asked.</summary>
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>Send a mail, once.</summary>
    public sealed record SendMail(OutgoingMail Mail) : Effect;

    /// <summary>Look at a ticket's deadlines at a moment.</summary>
    public sealed record CheckAt(TicketNumber Ticket, DateTimeOffset At, int Version) : Effect;

    /// <summary>Count a person's answer: how fast a team is and what an agent did is told by it.</summary>
    public sealed record CountAnswer(string MailId, DateTimeOffset At, string Team, string Agent) : Effect;

    /// <summary>Show the ticket in the desk's lists as it now stands.</summary>
    public sealed record RefreshView(Ticket Ticket, Ticket? Before) : Effect;
}
