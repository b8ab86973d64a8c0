using FsCheck;
using FsCheck.Fluent;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Policy;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.Moments;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Tickets;

/// <summary>Answered on Monday at 11:00, reminded after three working days, on Thursday at 11:00, closed after seven, on Wednesday at 11:00.</summary>
public sealed class WaitingTimerTests
{
    private static readonly HouseRules House = new(
        Policies.Small with
        {
            Waiting = new(Target.OfDays(3), Target.OfDays(7), "china")
            {
                Categories = new Dictionary<string, WaitingPolicy> { ["technical_fault"] = new(Target.OfDays(1), null, "china") },
            },
        },
        Policies.Key);

    private static readonly TicketHistory Waiting = Answered("refund", Priority.P3);
    private static readonly DateTimeOffset RemindAt = Shanghai("2026-03-05 11:00");
    private static readonly DateTimeOffset CloseAt = Shanghai("2026-03-11 11:00");

    [Fact]
    public void A_customer_who_does_not_answer_is_reminded_once_and_the_ticket_is_closed_later_with_notice()
    {
        Assert.Empty(Mails(Waiting, RemindAt.AddTicks(-1)).Mails);

        var (reminded, reminder) = Mails(Waiting, RemindAt);
        Assert.Equal((OutgoingKind.Reminder, "2026年3月11日（周三）"), (Assert.Single(reminder).Kind, reminder[0].Values["closesOn"]));
        Assert.Empty(Mails(reminded, CloseAt.AddTicks(-1)).Mails);

        var (closed, notice) = Mails(reminded, CloseAt);
        Assert.Equal((TicketStatus.Resolved, CloseAt), (closed.Ticket!.Status, closed.Ticket.ResolvedAt));
        Assert.Equal(OutgoingKind.Closing, Assert.Single(notice).Kind);
        Assert.Empty(Mails(closed, CloseAt.AddDays(30)).Mails);
    }

    [Fact]
    public void The_next_look_is_at_the_reminder_and_then_at_the_closing()
    {
        Assert.Equal(RemindAt, TicketTimers.Look(Waiting, Shanghai("2026-03-02 11:00"), House).NextCheck);
        Assert.Equal(CloseAt, TicketTimers.Look(Mails(Waiting, RemindAt).After, RemindAt, House).NextCheck);
    }

    [Fact]
    public void What_comes_due_at_night_waits_for_the_morning() =>
        Assert.Equal(
            (0, Shanghai("2026-03-06 09:00")),
            (TicketTimers.Look(Waiting, Shanghai("2026-03-05 23:00"), House).Reached.Count, TicketTimers.Look(Waiting, Shanghai("2026-03-05 23:00"), House).NextCheck));

    [Fact]
    public void A_reminder_that_is_late_leaves_as_much_time_before_the_closing()
    {
        var late = Mails(Waiting, Shanghai("2026-03-11 10:00")).After;

        Assert.IsType<TicketEvent.Reminded>(late.Events[^1]);
        Assert.Empty(Mails(late, CloseAt).Mails);
        Assert.Equal(Shanghai("2026-03-17 10:00"), TicketTimers.Look(late, CloseAt, House).NextCheck);
    }

    [Fact]
    public void The_customers_word_ends_the_wait_and_opens_what_was_closed()
    {
        var closed = Mails(Mails(Waiting, RemindAt).After, CloseAt).After;
        var again = Do(closed, new TicketCommand.AddReply(CloseAt.AddDays(1), MailOf("late"), Customer, Understood("other", Priority.P4), "token"));

        Assert.Equal((TicketStatus.Open, null), (again.Ticket!.Status, again.Ticket.ResolvedAt));
        Assert.Empty(Mails(again, CloseAt.AddDays(30)).Mails);
    }

    [Fact]
    public void Each_answer_of_ours_begins_the_wait_anew_and_has_a_reminder_of_its_own()
    {
        var first = Mails(Waiting, RemindAt);
        var second = Mails(Do(first.After, new TicketCommand.NoteAgentReply(RemindAt, "mei", "answer-2")), Shanghai("2026-03-10 11:00"));

        Assert.Equal(OutgoingKind.Reminder, Assert.Single(second.Mails).Kind);
        Assert.NotEqual(first.Mails[0].Id, second.Mails[0].Id);
    }

    [Fact]
    public void Urgent_tickets_are_reminded_of_and_never_closed()
    {
        var urgent = Answered("account_security", Priority.P1);
        var reminded = Mails(urgent, RemindAt);

        Assert.Equal((OutgoingKind.Reminder, ""), (Assert.Single(reminded.Mails).Kind, reminded.Mails[0].Values["closesOn"]));
        Assert.DoesNotContain(Mails(reminded.After, CloseAt.AddDays(60)).Mails, m => m.Kind == OutgoingKind.Closing);
    }

    [Fact]
    public void A_category_may_have_rules_of_its_own()
    {
        var fault = Answered("technical_fault", Priority.P3);

        Assert.Equal(OutgoingKind.Reminder, Assert.Single(Mails(fault, Shanghai("2026-03-03 11:00")).Mails).Kind);
        Assert.DoesNotContain(Mails(Mails(fault, Shanghai("2026-03-03 11:00")).After, CloseAt.AddDays(60)).Mails, m => m.Kind == OutgoingKind.Closing);
    }

    [Fact]
    public void Who_thanked_us_and_owes_us_nothing_is_not_reminded_but_the_ticket_is_closed()
    {
        var thanked = Do(Waiting, new TicketCommand.AddReply(Shanghai("2026-03-02 12:00"), MailOf("thanks"), Customer, Understood("other", Priority.P4), "token") { IsThanks = true });

        Assert.Empty(Mails(thanked, RemindAt).Mails);
        Assert.Equal(OutgoingKind.Closing, Assert.Single(Mails(thanked, CloseAt).Mails).Kind);
    }

    [Fact]
    public void What_may_not_be_written_is_noted_once_and_the_ticket_is_closed_all_the_same()
    {
        var muted = Do(Waiting, new TicketCommand.CheckDeadlines(RemindAt) { KeptBack = "muted" });
        var closed = Do(muted, new TicketCommand.CheckDeadlines(CloseAt) { KeptBack = "muted" });

        Assert.Equal("muted", muted.Events.OfType<TicketEvent.Reminded>().Single().KeptBack);
        Assert.Equal((TicketStatus.Resolved, "muted"), (closed.Ticket!.Status, closed.Events.OfType<TicketEvent.ClosedUnanswered>().Single().KeptBack));
        Assert.DoesNotContain(ReplyPlan.For(muted.Ticket, closed, [closed.Events[^1]], House), e => e is Effect.SendMail);
    }

    [Fact]
    public void A_command_never_writes_to_the_customer_by_the_way() =>
        Assert.DoesNotContain(Do(Waiting, new TicketCommand.Prioritise(CloseAt, "mei", Priority.P2, "")).Events, e => CustomerTimers.MailOf(e) is not null);

    [Fact]
    public void However_often_we_look_each_wait_has_one_reminder_before_its_closing() => Prop.ForAll(
        Gen.ListOf(Gen.Choose(0, 40 * 24 * 60), 12).ToArbitrary(),
        minutes =>
        {
            var after = minutes.Order().Aggregate(Waiting, (h, m) => Mails(h, Monday10.AddHours(1).AddMinutes(m)).After);
            var events = after.Events.Where(e => CustomerTimers.MailOf(e) is not null).ToList();
            return events is [] or [TicketEvent.Reminded] or [TicketEvent.Reminded, TicketEvent.ClosedUnanswered]
                && events.All(e => HouseCalendars.China.IsOpen(e.At))
                && (events.Count < 2 || HouseCalendars.China.OpenTime(events[0].At, events[1].At) >= TimeSpan.FromHours(32));
        }).QuickCheckThrowOnFailure();

    private static TicketHistory Answered(string category, Priority priority) =>
        Do(Do(TicketHistory.None, Open(Monday10, Understood(category, priority))), new TicketCommand.NoteAgentReply(Monday10.AddHours(1), "mei", "answer-1"));

    private static TicketHistory Do(TicketHistory history, TicketCommand command) =>
        TicketDecider.Apply(history, TicketDecider.Decide(history, command, House), House);

    private static (TicketHistory After, IReadOnlyList<OutgoingMail> Mails, IReadOnlyList<TicketEvent> Events) Look(TicketHistory history, DateTimeOffset at)
    {
        var events = TicketDecider.Decide(history, new TicketCommand.CheckDeadlines(at), House);
        var after = TicketDecider.Apply(history, events, House);
        return (after, [.. ReplyPlan.For(history.Ticket, after, events, House).OfType<Effect.SendMail>().Select(s => s.Mail).Where(m => m.Kind.IsToCustomer())], events);
    }

    private static (TicketHistory After, IReadOnlyList<OutgoingMail> Mails) Mails(TicketHistory history, DateTimeOffset at) => (Look(history, at).After, Look(history, at).Mails);
}
