using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Mail;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Core.Understanding;

namespace Mailroom.Support.Builders;

/// <summary>A ticket's life for tests: each step decides one command and takes its events in.</summary>
/// <param name="History">All so far.</param>
/// <param name="Events">What the last step caused.</param>
/// <param name="Effects">What is to be done about it.</param>
public sealed record TicketStory(TicketHistory History, IReadOnlyList<TicketEvent> Events, IReadOnlyList<Effect> Effects)
{
    /// <summary>Monday, 2 March 2026, 10:00 in Shanghai: an ordinary working day.</summary>
    public static DateTimeOffset Monday10 { get; } = Moments.Shanghai("2026-03-02 10:00");

    /// <summary>The customer of these stories.</summary>
    public static MailAddress Customer { get; } = new("李雷", "li.lei@mail.example");

    /// <summary>The ticket now.</summary>
    public Ticket Ticket => History.Ticket!;

    /// <summary>The mails that the last step ordered.</summary>
    public IReadOnlyList<OutgoingMail> Mails => Effects.OfType<Effect.SendMail>().Select(e => e.Mail).ToList();

    /// <summary>A story that begins with a mail.</summary>
    public static TicketStory Opened(DateTimeOffset at, MailUnderstanding understood, bool mayAcknowledge = true, MailAddress? from = null) =>
        new TicketStory(TicketHistory.None, [], []).Then(Open(at, understood, mayAcknowledge, from));

    /// <summary>The command that opens the ticket of these stories.</summary>
    public static TicketCommand.Open Open(DateTimeOffset at, MailUnderstanding understood, bool mayAcknowledge = true, MailAddress? from = null)
    {
        var mail = MailOf("first");
        var number = TicketNumber.Derive(Policies.Key, mail.Sha256, 0);
        return new(at, number, mail, from ?? Customer, understood, new(TrustLevel.Verified, []), null, mayAcknowledge, "no ticket matched");
    }

    /// <summary>The story after one more command.</summary>
    public TicketStory Then(TicketCommand command)
    {
        var events = TicketDecider.Decide(History, command, Policies.House);
        var after = TicketDecider.Apply(History, events, Policies.House);
        return new(after, events, ReplyPlan.For(History.Ticket, after, events, Policies.House));
    }

    /// <summary>The story after the customer wrote again.</summary>
    public TicketStory Reply(DateTimeOffset at, string mail = "second", MailUnderstanding? understood = null) =>
        Then(new TicketCommand.AddReply(at, MailOf(mail), Customer, understood ?? Understood("other", Priority.P4), "token"));

    /// <summary>The story after one of ours answered.</summary>
    public TicketStory Answer(DateTimeOffset at) =>
        Then(new TicketCommand.NoteAgentReply(at, "han.meimei", $"answer{at.UtcTicks}"));

    /// <summary>The story after a look at the clock.</summary>
    public TicketStory Look(DateTimeOffset at) => Then(new TicketCommand.CheckDeadlines(at));

    /// <summary>What was understood of a Chinese mail.</summary>
    public static MailUnderstanding Understood(string category, Priority priority) => new()
    {
        Category = category,
        Confidence = 0.9,
        Priority = priority,
        Language = MailLanguage.Chinese,
        Subject = "退款没有到账",
        Excerpt = "你好，退款没有到账。",
    };

    /// <summary>A mail by a name of its own.</summary>
    public static MailReference MailOf(string name) => new($"sha-{name}", $"{name}@mail.example", [], $"2026/03/02/{name}.eml");
}
