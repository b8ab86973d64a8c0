using System.Text.Json;
using Mailroom.Core.Tickets;

namespace Mailroom.Pipeline.Adapters.Json;

/// <summary>Ticket events in rows: each by a name that stays when the class is renamed, since events are kept for ever.</summary>
public static class TicketEventJson
{
    /// <summary>The format that is written.</summary>
    public const int Version = 1;

    /// <summary>The stable name of an event's kind.</summary>
    public static string NameOf(TicketEvent happened) => happened switch
    {
        TicketEvent.Opened => "opened",
        TicketEvent.CustomerWrote => "customer-wrote",
        TicketEvent.CustomerThanked => "customer-thanked",
        TicketEvent.AutomaticMailArrived => "automatic-mail",
        TicketEvent.DeliveryFailed => "delivery-failed",
        TicketEvent.MailParked => "mail-parked",
        TicketEvent.MailResent => "mail-resent",
        TicketEvent.MailHeld => "mail-held",
        TicketEvent.MailReleased => "mail-released",
        TicketEvent.MailDropped => "mail-dropped",
        TicketEvent.Promised => "promised",
        TicketEvent.Repromised => "repromised",
        TicketEvent.RepromiseWithheld => "repromise-withheld",
        TicketEvent.FollowUpAcknowledged => "follow-up-acknowledged",
        TicketEvent.AskedToResend => "asked-to-resend",
        TicketEvent.AgentReplied => "agent-replied",
        TicketEvent.Resolved => "resolved",
        TicketEvent.Paused => "paused",
        TicketEvent.Resumed => "resumed",
        TicketEvent.Reopened => "reopened",
        TicketEvent.Recategorised => "recategorised",
        TicketEvent.Prioritised => "prioritised",
        TicketEvent.Reassigned => "reassigned",
        TicketEvent.Assigned => "assigned",
        TicketEvent.EscalatedByHand => "escalated-by-hand",
        TicketEvent.Extended => "extended",
        TicketEvent.Reminded => "reminded",
        TicketEvent.ClosedUnanswered => "closed-unanswered",
        TicketEvent.SatisfactionAsked => "satisfaction-asked",
        TicketEvent.CustomerRated => "customer-rated",
        TicketEvent.MergedInto => "merged-into",
        TicketEvent.TookIn => "took-in",
        TicketEvent.JoinUndone => "join-undone",
        TicketEvent.LadderReached => "ladder-reached",
        _ => throw new NotSupportedException($"The event {happened.GetType().Name} has no stable name."),
    };

    /// <summary>Writes an event.</summary>
    public static string Write(TicketEvent happened) =>
        JsonSerializer.Serialize(happened, happened.GetType(), MailroomJson.Options);

    /// <summary>Reads an event.</summary>
    /// <exception cref="JsonException">The name or the format is not known here.</exception>
    public static TicketEvent Read(string name, int version, string json) =>
        version != Version
            ? throw new JsonException($"The event {name} is kept in format {version}; this program reads format {Version}.")
            : name switch
            {
                "opened" => MailroomJson.Read<TicketEvent.Opened>(json),
                "customer-wrote" => MailroomJson.Read<TicketEvent.CustomerWrote>(json),
                "customer-thanked" => MailroomJson.Read<TicketEvent.CustomerThanked>(json),
                "automatic-mail" => MailroomJson.Read<TicketEvent.AutomaticMailArrived>(json),
                "delivery-failed" => MailroomJson.Read<TicketEvent.DeliveryFailed>(json),
                "mail-parked" => MailroomJson.Read<TicketEvent.MailParked>(json),
                "mail-resent" => MailroomJson.Read<TicketEvent.MailResent>(json),
                "mail-held" => MailroomJson.Read<TicketEvent.MailHeld>(json),
                "mail-released" => MailroomJson.Read<TicketEvent.MailReleased>(json),
                "mail-dropped" => MailroomJson.Read<TicketEvent.MailDropped>(json),
                "promised" => MailroomJson.Read<TicketEvent.Promised>(json),
                "repromised" => MailroomJson.Read<TicketEvent.Repromised>(json),
                "repromise-withheld" => MailroomJson.Read<TicketEvent.RepromiseWithheld>(json),
                "follow-up-acknowledged" => MailroomJson.Read<TicketEvent.FollowUpAcknowledged>(json),
                "asked-to-resend" => MailroomJson.Read<TicketEvent.AskedToResend>(json),
                "agent-replied" => MailroomJson.Read<TicketEvent.AgentReplied>(json),
                "paused" => MailroomJson.Read<TicketEvent.Paused>(json),
                "resumed" => MailroomJson.Read<TicketEvent.Resumed>(json),
                "reopened" => MailroomJson.Read<TicketEvent.Reopened>(json),
                "recategorised" => MailroomJson.Read<TicketEvent.Recategorised>(json),
                "prioritised" => MailroomJson.Read<TicketEvent.Prioritised>(json),
                "reassigned" => MailroomJson.Read<TicketEvent.Reassigned>(json),
                "escalated-by-hand" => MailroomJson.Read<TicketEvent.EscalatedByHand>(json),
                "assigned" => MailroomJson.Read<TicketEvent.Assigned>(json),
                "extended" => MailroomJson.Read<TicketEvent.Extended>(json),
                "reminded" => MailroomJson.Read<TicketEvent.Reminded>(json),
                "closed-unanswered" => MailroomJson.Read<TicketEvent.ClosedUnanswered>(json),
                "satisfaction-asked" => MailroomJson.Read<TicketEvent.SatisfactionAsked>(json),
                "customer-rated" => MailroomJson.Read<TicketEvent.CustomerRated>(json),
                "merged-into" => MailroomJson.Read<TicketEvent.MergedInto>(json),
                "took-in" => MailroomJson.Read<TicketEvent.TookIn>(json),
                "join-undone" => MailroomJson.Read<TicketEvent.JoinUndone>(json),
                "resolved" => MailroomJson.Read<TicketEvent.Resolved>(json),
                "ladder-reached" => MailroomJson.Read<TicketEvent.LadderReached>(json),
                _ => throw new JsonException($"The event kind \"{name}\" is not known to this program."),
            };
}
