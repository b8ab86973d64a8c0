using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Core.Replies.Digests;
using Mailroom.Core.Tickets;
using Mailroom.Core.Understanding;

namespace Mailroom.Core.Replies;

/// <summary>Mails to look at before anybody gets them: a made-up customer's ticket, taken through the same decisions as a real one.</summary>
public static class SampleMails
{
    private static readonly string[] Told = ["transaction_id", "amount", "card"];

    /// <summary>A sample of a kind of mail.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="language">The language of the customer and the reader.</param>
    /// <param name="category">The category's code.</param>
    /// <param name="now">The moment that the customer writes at.</param>
    /// <param name="house">Policy and key.</param>
    /// <param name="variant">Under which circumstances.</param>
    public static OutgoingMail Of(
        OutgoingKind kind, ReplyLanguage language, string category, DateTimeOffset now, HouseRules house, SampleVariant variant = SampleVariant.Usual)
    {
        var opened = Step(TicketHistory.None, Under(variant, Opening(language, category, now, house), house), house);
        return kind switch
        {
            OutgoingKind.NewPromise => SamplePromises.Renewed(opened.After, house),
            OutgoingKind.FollowUp => SamplePromises.FollowUp(opened.After, variant, house),
            OutgoingKind.Acknowledgement => opened.Mails.First(m => m.Kind == kind),
            OutgoingKind.Unread => Step(TicketHistory.None, Unread(Opening(language, category, now, house)), house).Mails.First(m => m.Kind == kind),
            OutgoingKind.Escalation => Late(opened.After, ReadIn(language, house)).Mails.Last(m => m.Kind == kind),
            OutgoingKind.EscalationList => ListOf(opened.After, ReadIn(language, house)),
            OutgoingKind.Reminder or OutgoingKind.Closing or OutgoingKind.Satisfaction => SampleAfterAnswer.Of(kind, opened.After, house),
            OutgoingKind.HandEscalation => Step(opened.After, new TicketCommand.EscalateByHand(now.AddHours(3), "王芳", "客户已经三次来信 / three mails so far"), ReadIn(language, house))
                .Mails.First(m => m.Kind == kind),
            OutgoingKind.Digest => SampleDigest.Of(opened.After.Ticket!, language, house),
            OutgoingKind.Webhook => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A call of a webhook is no mail."),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No row makes a sample of this kind."),
        };
    }

    private static TicketCommand.Open Opening(ReplyLanguage language, string category, DateTimeOffset now, HouseRules house)
    {
        var chinese = language == ReplyLanguage.Chinese;
        var policy = house.Policy.Category(category);
        var mail = new MailReference(house.Key.Derive("sample", category), "sample@customer.example", [], "");
        var understood = new MailUnderstanding
        {
            Category = policy.Code,
            Confidence = 1,
            Abstained = policy.Code == CategoryPolicy.Fallback,
            Priority = policy.Priority,
            Language = chinese ? MailLanguage.Chinese : MailLanguage.English,
            Subject = policy.Name.For(language),
            Excerpt = policy.Name.For(language),
            Entities = new(TransactionId: "2026112400001234", Amount: "1280.50", Currency: "CNY", Card: "4321"),
            Missing = [.. policy.RequiredFacts.Except(Told)],
        };
        var requester = chinese ? new MailAddress("李雷", "li.lei@customer.example") : new MailAddress("Jim Green", "jim.green@customer.example");
        return new(now, TicketNumber.Derive(house.Key, mail.Sha256, 0), mail, requester, understood, new(TrustLevel.Unverified, []), null, true, "It is a sample.");
    }

    private static TicketCommand.Open Under(SampleVariant variant, TicketCommand.Open opening, HouseRules house) => variant switch
    {
        SampleVariant.Busy => opening with { Times = SamplePromises.Busy(opening, house.Policy) },
        SampleVariant.Second => opening with { Earlier = new(TicketNumber.Derive(house.Key, "an earlier sample", 0), opening.At.AddHours(-2)) },
        SampleVariant.Usual or SampleVariant.Complete => opening,
        _ => throw new ArgumentOutOfRangeException(nameof(variant), variant, "No row makes this variant."),
    };

    private static TicketCommand.Open Unread(TicketCommand.Open opening) => opening with
    {
        Understanding = opening.Understanding with { Unread = new PassedBound(MailBound.Size, 43_200_000, 36_700_160), Excerpt = "", Entities = new(), Missing = [] },
    };

    private static (TicketHistory After, IReadOnlyList<OutgoingMail> Mails) Late(TicketHistory history, HouseRules house) =>
        Step(history, new TicketCommand.CheckDeadlines(history.Ticket!.ResponseDue!.Value.AddMinutes(1)), house);

    private static HouseRules ReadIn(ReplyLanguage language, HouseRules house) =>
        house with { Policy = house.Policy with { Teams = [.. house.Policy.Teams.Select(t => t with { Language = language })] } };

    private static OutgoingMail ListOf(TicketHistory history, HouseRules house)
    {
        var (ticket, due) = (history.Ticket!, history.Ticket!.ResponseDue!.Value);
        var reached = new TicketEvent.LadderReached(due.AddMinutes(45), DeadlineKind.FirstResponse, due, "breach", 100, "sample");
        var late = new Notice(ticket, DeadlineKind.FirstResponse, due, [reached], due.AddMinutes(45));
        var other = ticket with { Number = TicketNumber.Derive(house.Key, "another sample", 0), Priority = Priority.P3, Assignee = "han.meimei@swallowpay.example" };
        var soon = new Notice(other, DeadlineKind.Resolution, due.AddHours(3), [reached with { Step = "warning", Percent = 75 }], due.AddMinutes(45));
        return EscalationList.Write([late, soon], house.Key.Derive("sample list", ticket.Number.Value), house.Policy.Team(ticket.Team).Lead, house);
    }

    internal static (TicketHistory After, IReadOnlyList<OutgoingMail> Mails) Step(TicketHistory before, TicketCommand command, HouseRules house)
    {
        var events = TicketDecider.Decide(before, command, house);
        var after = TicketDecider.Apply(before, events, house);
        return (after, [.. ReplyPlan.For(before.Ticket, after, events, house).OfType<Effect.SendMail>().Select(s => s.Mail)]);
    }
}

/// <summary>The circumstances of a sample.</summary>
public enum SampleVariant
{
    /// <summary>None in particular.</summary>
    Usual,

    /// <summary>Many more customers than usual wait for an answer.</summary>
    Busy,

    /// <summary>The customer opened another ticket two hours before.</summary>
    Second,

    /// <summary>The customer's further mail brings all that was missing.</summary>
    Complete,
}
