using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Policy;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.Moments;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Tickets;

/// <summary>Solved on Monday at 11:00; asked a day later.</summary>
public sealed class SatisfactionTests
{
    private static readonly HouseRules House = new(
        Policies.Small with { Waiting = new(null, Target.OfDays(7), "china"), Satisfaction = new(true, TimeSpan.FromHours(24), 14) }, Policies.Key)
    {
        PublicAddress = new Uri("https://support.pay.example/"),
    };

    private static readonly TicketHistory New = Do(TicketHistory.None, Open(Monday10, Understood("refund", Priority.P3)));
    private static readonly TicketHistory Solved = Do(New, new TicketCommand.Resolve(Monday10.AddHours(1), "mei"));
    private static readonly DateTimeOffset At = Shanghai("2026-03-03 11:00");

    [Fact]
    public void A_customer_is_asked_once_with_a_link_for_each_answer()
    {
        Assert.Empty(Look(Solved, At.AddTicks(-1)).Mails);

        var (after, mails) = Look(Solved, At);

        var mail = Assert.Single(mails);
        Assert.Equal(OutgoingKind.Satisfaction, mail.Kind);
        Assert.StartsWith("https://support.pay.example/api/v1/satisfaction/", (string)mail.Values["good"]!, StringComparison.Ordinal);
        Assert.Equal(
            new SatisfactionReading.Valid(Solved.Ticket!.Number, SatisfactionRating.NotSolved),
            SatisfactionLink.Read(Policies.Key, ((string)mail.Values["notSolved"]!).Split('/')[^1], At));
        Assert.Equal(3, new[] { "good", "bad", "notSolved" }.Select(name => mail.Values[name]).Distinct().Count());
        Assert.Empty(Look(after, At.AddDays(1)).Mails);
    }

    [Fact]
    public void A_link_works_until_its_day_and_another_one_never() => Assert.All(
        new (string? Token, DateTimeOffset Now, Type Reading)[]
        {
            (Token("satisfaction"), At.AddDays(14).AddTicks(-1), typeof(SatisfactionReading.Valid)),
            (Token("satisfaction"), At.AddDays(14), typeof(SatisfactionReading.Expired)),
            (Token("digest"), At, typeof(SatisfactionReading.Forged)),
            (null, At, typeof(SatisfactionReading.Forged)),
        },
        c => Assert.IsType(c.Reading, SatisfactionLink.Read(Policies.Key, c.Token, c.Now)));

    [Fact]
    public void Nobody_is_asked_about_what_was_closed_unanswered_merged_reopened_or_cannot_be_answered()
    {
        var unanswered = Do(Do(New, new TicketCommand.NoteAgentReply(Monday10, "mei", "1")), new TicketCommand.CheckDeadlines(Shanghai("2026-03-11 11:00")));
        var merged = Do(Solved, new TicketCommand.Merge(At, "mei", TicketNumber.Derive(Policies.Key, "another", 0)));
        var reopened = Do(Solved, new TicketCommand.Reopen(At, "mei", ""));

        Assert.Equal(TicketStatus.Resolved, unanswered.Ticket!.Status);
        Assert.All([unanswered, merged, reopened], h => Assert.Empty(Look(h, Shanghai("2026-03-16 11:00")).Mails));
        Assert.Empty(TicketTimers.Look(Solved, At, House with { PublicAddress = null }).Reached);
        Assert.Empty(TicketTimers.Look(Solved, At.AddDays(15), House).Reached);
        Assert.Empty(TicketTimers.Look(Solved, Shanghai("2026-03-03 23:00"), House).Reached);
    }

    [Theory]
    [InlineData(SatisfactionRating.Good, TicketStatus.Resolved)]
    [InlineData(SatisfactionRating.Bad, TicketStatus.Resolved)]
    [InlineData(SatisfactionRating.NotSolved, TicketStatus.Open)]
    public void The_first_answer_counts_and_not_solved_opens_the_ticket_again(SatisfactionRating rating, TicketStatus status)
    {
        var answered = Do(New, new TicketCommand.NoteAgentReply(Monday10, "mei", "1"));
        var rated = Do(Do(answered, new TicketCommand.Resolve(Monday10.AddHours(1), "mei")), new TicketCommand.Rate(At, rating, "太慢"));

        Assert.Equal(status, rated.Ticket!.Status);
        Assert.Equal(status == TicketStatus.Open, rated.Ticket.ResponseDue is not null);
        Assert.Equal(status == TicketStatus.Open, rated.Ticket.ResolutionDue is not null);
        Assert.Empty(TicketDecider.Decide(rated, new TicketCommand.Rate(At.AddMinutes(1), SatisfactionRating.Good, ""), House));
    }

    [Fact]
    public void Faults_are_told_with_their_place()
    {
        var faults = PolicyValidation.Faults(Policies.Small with
        {
            Satisfaction = new(true, TimeSpan.FromDays(31), 0),
            Waiting = new(Target.OfDays(7), Target.OfDays(7), "china")
            {
                Categories = new Dictionary<string, WaitingPolicy> { ["weather"] = new(Target.OfDays(0), null, "china"), ["refund"] = new(null, null, "mars") },
            },
        });

        Assert.Equal(6, faults.Count);
        Assert.All(
            ["waiting: closeAfter", "waiting: weather: remindAfter", "\"weather\" does not exist", "waiting: refund: the calendar \"mars\"", "satisfaction: after", "satisfaction: daysOpen"],
            fault => Assert.Contains(faults, f => f.Contains(fault, StringComparison.Ordinal)));
    }

    private static string Token(string purpose) => ActionToken.Write(Policies.Key, new(purpose, Solved.Ticket!.Number, "Good", At.AddDays(14)));

    private static TicketHistory Do(TicketHistory history, TicketCommand command) =>
        TicketDecider.Apply(history, TicketDecider.Decide(history, command, House), House);

    private static (TicketHistory After, IReadOnlyList<OutgoingMail> Mails) Look(TicketHistory history, DateTimeOffset at)
    {
        var events = TicketDecider.Decide(history, new TicketCommand.CheckDeadlines(at), House);
        var after = TicketDecider.Apply(history, events, House);
        return (after, [.. ReplyPlan.For(history.Ticket, after, events, House).OfType<Effect.SendMail>().Select(s => s.Mail).Where(m => m.Kind == OutgoingKind.Satisfaction)]);
    }
}
