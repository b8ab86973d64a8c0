using System.Text.Json.Serialization;
using Mailroom.Core.Tickets;
using Mailroom.Functions.Texts;
using static Mailroom.Core.Tickets.TicketEvent;

namespace Mailroom.Functions.Api.Shapes;

/// <summary>One thing that happened to a ticket, as the API shows it.</summary>
/// <param name="Seq">Its place in the history, from 1.</param>
/// <param name="At">When.</param>
/// <param name="Type">Its stable name.</param>
/// <param name="Text">A sentence in both languages.</param>
/// <param name="Mail">SHA-256 of the mail behind it: the ledger's key; null when there is none.</param>
/// <param name="Excerpt">The mail's first words, redacted; null when there is no mail of a customer.</param>
/// <param name="Evidence">What the category was read from.</param>
/// <param name="Why">The sentence of the intake rule, or why a mail was set aside; null when there is nothing to explain.</param>
internal sealed record EventShape(
    int Seq,
    DateTimeOffset At,
    string Type,
    BilingualShape Text,
    string? Mail,
    string? Excerpt,
    IReadOnlyList<string> Evidence,
    string? Why)
{
    /// <summary>What named the ticket that the mail joined or is linked to; null when nothing did.</summary>
    public JoinShape? Join { get; init; }

    /// <summary>The ticket that the mail may continue; null when none is likely.</summary>
    public SuggestionShape? Suggested { get; init; }

    /// <summary>How it went for the customer; left out of all other events.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SatisfactionRating? Rating { get; init; }

    internal static EventShape Of(TicketEvent happened, int seq, EventSentences sentences)
    {
        var text = BilingualShape.Of(sentences.Of(happened));
        return happened switch
        {
            Opened e => new(seq, e.At, "opened", text, e.Mail.Sha256, e.Understanding.Excerpt, e.Understanding.Evidence, e.Why)
            {
                Join = JoinShape.Of(e.Evidence),
                Suggested = SuggestionShape.Of(e.Suggested),
            },
            CustomerWrote e => new(seq, e.At, "customer-wrote", text, e.Mail.Sha256, e.Understanding.Excerpt, e.Understanding.Evidence, e.Why)
            {
                Join = JoinShape.Of(e.Evidence),
            },
            CustomerThanked e => new(seq, e.At, "customer-thanked", text, e.Mail.Sha256, e.Excerpt, [], e.Why) { Join = JoinShape.Of(e.Evidence) },
            AutomaticMailArrived e => new(seq, e.At, "automatic-mail", text, e.Mail.Sha256, null, [], e.Why),
            DeliveryFailed e => new(seq, e.At, "delivery-failed", text, e.Mail.Sha256, null, [], e.Why),
            MailParked e => new(seq, e.At, "mail-parked", text, null, null, [], e.Why),
            MailHeld e => new(seq, e.At, "mail-held", text, null, null, [], e.Why),
            MailReleased e => new(seq, e.At, "mail-released", text, null, null, [], null),
            MailDropped e => new(seq, e.At, "mail-dropped", text, null, null, [], null),
            MailResent e => new(seq, e.At, "mail-resent", text, null, null, [], null),
            Promised e => new(seq, e.At, "promised", text, null, null, [], null),
            Repromised e => new(seq, e.At, "repromised", text, null, null, [], null),
            RepromiseWithheld e => new(seq, e.At, "repromise-withheld", text, null, null, [], e.Why),
            FollowUpAcknowledged e => new(seq, e.At, "follow-up-acknowledged", text, null, null, [], null),
            AskedToResend e => new(seq, e.At, "asked-to-resend", text, null, null, [], null),
            AgentReplied e => new(seq, e.At, "agent-replied", text, null, null, [], null),
            Paused e => new(seq, e.At, "paused", text, null, null, [], e.Why),
            Resumed e => new(seq, e.At, "resumed", text, null, null, [], e.Why),
            Reopened e => new(seq, e.At, "reopened", text, null, null, [], e.Why),
            Recategorised e => new(seq, e.At, "recategorised", text, null, null, [], e.Why),
            Prioritised e => new(seq, e.At, "prioritised", text, null, null, [], e.Why),
            Reassigned e => new(seq, e.At, "reassigned", text, null, null, [], e.Why),
            EscalatedByHand e => new(seq, e.At, "escalated-by-hand", text, null, null, [], e.Why),
            Assigned e => new(seq, e.At, "assigned", text, null, null, [], e.Why),
            Extended e => new(seq, e.At, "extended", text, null, null, [], e.Why),
            Reminded e => new(seq, e.At, "reminded", text, null, null, [], e.KeptBack),
            ClosedUnanswered e => new(seq, e.At, "closed-unanswered", text, null, null, [], e.KeptBack),
            SatisfactionAsked e => new(seq, e.At, "satisfaction-asked", text, null, null, [], e.KeptBack),
            CustomerRated e => new(seq, e.At, "customer-rated", text, null, e.Comment.Length > 0 ? e.Comment : null, [], null) { Rating = e.Rating },
            MergedInto e => new(seq, e.At, "merged-into", text, null, null, [], null),
            TookIn e => new(seq, e.At, "took-in", text, null, null, [], null),
            Resolved e => new(seq, e.At, "resolved", text, null, null, [], null),
            JoinUndone e => new(seq, e.At, "join-undone", text, e.Sha256, null, [], null),
            LadderReached e => new(seq, e.At, "ladder-reached", text, null, null, [], null),
            _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "An event without a shape."),
        };
    }
}
