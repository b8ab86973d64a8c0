using FsCheck;
using FsCheck.Fluent;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Policy;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Tickets;

/// <summary>What holds for the ladder whatever happens to a ticket, in whatever order, on a clock that jumps both ways. The same cases everywhere.</summary>
public sealed class LadderLawTests
{
    private static readonly HouseRules House = Policies.House with
    {
        Policy = Policies.Small with
        {
            Ladder =
            [
                Policies.OnCall,
                LadderStep.AtPercent("soon", 0, LadderRecipient.Team) with { At = new LadderMoment.Distance(-TimeSpan.FromMinutes(30), IsReal: false) },
                LadderStep.AtPercent("warning", 75, LadderRecipient.Assignee, LadderRecipient.Team),
                LadderStep.AtPercent("breach", 100, LadderRecipient.Lead) with { Again = new(TimeSpan.FromMinutes(30), LadderRepeatUntil.Answered, 2) },
                LadderStep.AtPercent("hour", 0, LadderRecipient.Lead, LadderRecipient.Manager) with
                {
                    At = new LadderMoment.Distance(TimeSpan.FromHours(1), IsReal: true),
                    Reassign = "risk",
                    Raise = Priority.P2,
                },
                LadderStep.AtPercent("top", 200, LadderRecipient.Head),
            ],
        },
    };

    private static readonly Gen<IReadOnlyList<(int Minutes, int What, int Jump)>> Lives =
        from minutes in Gen.ListOf(Gen.Frequency((2, Gen.Constant(0)), (6, Gen.Choose(1, 900)), (1, Gen.Choose(1000, 20000))), 14)
        from what in Gen.ListOf(Gen.Choose(0, 17), 14)
        from jumps in Gen.ListOf(Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(-5000, 5000))), 14)
        select (IReadOnlyList<(int, int, int)>)[.. minutes.Zip(what, jumps)];

    [Fact]
    public void Each_round_of_each_rung_is_told_once_for_each_wait() => Holds(life =>
    {
        var told = Events(life).Select((e, i) => (e, i)).Where(x => x.e is TicketEvent.LadderReached)
            .Select(x => (Rung: (TicketEvent.LadderReached)x.e, Wait: WaitOf(x.e, life.History.Events.Take(x.i))))
            .ToList();
        return told.Select(x => (x.Rung.Deadline, x.Rung.Step, x.Rung.Round, x.Wait)).Distinct().Count() == told.Count
            && told.Select(x => x.Rung.MailId).Distinct().Count() == told.Count;
    });

    [Fact]
    public void Nothing_is_told_of_a_response_that_was_given_or_of_what_is_solved() => Holds(life =>
        Events(life).Select((e, i) => (e, i)).Where(x => x.e is TicketEvent.LadderReached).All(x =>
        {
            var before = life.History.Events.Take(x.i).ToList();
            var isAnswered = before.FindLastIndex(e => e is TicketEvent.AgentReplied or TicketEvent.Resolved)
                > before.FindLastIndex(e => e is TicketEvent.Opened or TicketEvent.CustomerWrote);
            var isSolved = before.FindLastIndex(e => e is TicketEvent.Resolved) > before.FindLastIndex(e => e is TicketEvent.CustomerWrote or TicketEvent.Reopened or TicketEvent.Opened);
            return ((TicketEvent.LadderReached)x.e).Deadline == DeadlineKind.Resolution ? !isSolved : !isAnswered;
        }));

    [Fact]
    public void A_long_outage_tells_the_highest_rung_in_one_mail_to_each_person_and_deadline() => Holds(life =>
    {
        var end = life.History.Events.Max(e => e.At).AddDays(400);
        var counting = TicketClock.Read(life.History, House.Policy, end).Where(d => d.IsCounting).Select(d => d.Kind).ToList();
        var (after, mails) = Then(life.History, new TicketCommand.CheckDeadlines(end));
        var reached = after.Events.Skip(life.History.Events.Count).OfType<TicketEvent.LadderReached>().ToList();
        var atTop = counting.All(k => after.Events.OfType<TicketEvent.LadderReached>().Any(e => e.Deadline == k && e.Step == "top"));
        var isHighest = mails.All(m => m.Tells.Count == 0 || (string)m.Values["step"]! == reached.Last(r => m.Tells.Contains(r.MailId)).Step);
        return atTop && isHighest && mails.DistinctBy(m => (m.To[0].Key, m.Values["isResolution"])).Count() == mails.Count;
    });

    [Fact]
    public void The_ladder_never_lowers_a_priority() => Holds(life =>
    {
        var (priority, isLowered) = (Priority.P4, false);
        foreach (var e in life.History.Events)
        {
            isLowered |= e is TicketEvent.Prioritised { Agent: TicketEvent.LadderAgent } raised && raised.Priority >= priority;
            priority = e switch
            {
                TicketEvent.Opened opened => opened.Understanding.Priority,
                TicketEvent.CustomerWrote wrote when wrote.Understanding.Priority < priority => wrote.Understanding.Priority,
                TicketEvent.Prioritised ranked => ranked.Priority,
                _ => priority,
            };
        }

        return !isLowered;
    });

    [Fact]
    public void Looking_again_and_again_at_one_instant_comes_to_rest_and_says_nothing_twice() => Holds(life =>
    {
        var (history, at) = (life.History, life.History.Events.Max(e => e.At).AddHours(5));
        List<string> tells = [];
        for (var look = 0; look < 6; look++)
        {
            var (after, mails) = Then(history, new TicketCommand.CheckDeadlines(at));
            tells.AddRange(mails.SelectMany(m => m.Tells.Select(t => $"{m.To[0].Key} {t}")));
            history = after;
        }

        return TicketDecider.Decide(history, new TicketCommand.CheckDeadlines(at), House).Count == 0 && tells.Distinct().Count() == tells.Count;
    });

    [Fact]
    public void What_is_asked_again_after_a_crash_is_decided_again_with_the_same_ids() => Holds(life =>
    {
        var look = new TicketCommand.CheckDeadlines(life.History.Events.Max(e => e.At).AddDays(3));
        var (first, again) = (Then(life.History, look).Mails, Then(life.History, look).Mails);
        return first.Select(m => (m.Id, m.GatherAt)).SequenceEqual(again.Select(m => (m.Id, m.GatherAt)));
    });

    private static IReadOnlyList<TicketEvent> Events(Life life) => life.History.Events;

    // A response after the first one is waited for anew after each answer; first response and solution are waited for once.
    private static int WaitOf(TicketEvent e, IEnumerable<TicketEvent> before) =>
        e is TicketEvent.LadderReached { Deadline: DeadlineKind.NextResponse } ? before.Count(b => b is TicketEvent.AgentReplied or TicketEvent.Resolved) : 0;

    private static (TicketHistory After, IReadOnlyList<OutgoingMail> Mails) Then(TicketHistory before, TicketCommand command)
    {
        var events = TicketDecider.Decide(before, command, House);
        var after = TicketDecider.Apply(before, events, House);
        return (after, [.. ReplyPlan.For(before.Ticket, after, events, House).OfType<Effect.SendMail>().Select(s => s.Mail)]);
    }

    private static Life Lived(IReadOnlyList<(int Minutes, int What, int Jump)> steps)
    {
        var (at, n) = (Monday10, 0);
        var history = Then(TicketHistory.None, Open(at, Understood("refund", Priority.P3))).After;
        foreach (var (minutes, what, jump) in steps)
        {
            at = at.AddMinutes(minutes);
            history = Then(history, Command(what, at, at.AddMinutes(jump), ++n)).After;
        }

        return new(history);
    }

    // Looks are asked by machines whose clocks may be wrong, by days and both ways.
    private static TicketCommand Command(int what, DateTimeOffset at, DateTimeOffset wrong, int n) => what switch
    {
        0 => new TicketCommand.NoteAgentReply(at, "mei", $"answer{n}"),
        1 or 2 => new TicketCommand.AddReply(at, MailOf($"mail{n}"), Customer, Understood("other", n % 5 == 0 ? Priority.P1 : Priority.P4), "token"),
        3 => new TicketCommand.Assign(at, "mei", "mei", ""),
        4 => new TicketCommand.Assign(at, "mei", null, ""),
        5 => new TicketCommand.Reassign(at, "mei", n % 2 == 0 ? "risk" : "payments", ""),
        6 => new TicketCommand.Prioritise(at, "mei", (Priority)(1 + (n % 4)), ""),
        7 => new TicketCommand.Pause(at, "mei", ""),
        8 => new TicketCommand.EndPause(at, "mei", ""),
        9 => new TicketCommand.Resolve(at, "mei"),
        10 => new TicketCommand.Reopen(at, "mei", ""),
        _ => new TicketCommand.CheckDeadlines(wrong),
    };

    private static void Holds(Func<Life, bool> law) =>
        Prop.ForAll(Lives.Select(Lived).ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(120).WithReplay(20260302, 7));

    private sealed record Life(TicketHistory History)
    {
        public override string ToString() => string.Join("\n", History.Events);
    }
}
