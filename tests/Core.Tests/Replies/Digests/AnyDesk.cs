using FsCheck;
using FsCheck.Fluent;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Replies.Digests;
using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Replies.Digests;

/// <summary>Some days at a desk: tickets that people and customers do this and that to.</summary>
/// <param name="Histories">Each ticket's history.</param>
/// <param name="Answers">The answers that were counted.</param>
internal sealed record AnyDesk(IReadOnlyList<TicketHistory> Histories, IReadOnlyList<AnswerGiven> Answers)
{
    private static readonly string[] Agents = ["mei", "tom", "eve"];

    /// <summary>A desk, the moment of a digest, and that of the next.</summary>
    public static Gen<(AnyDesk Desk, DateTimeOffset Last, DateTimeOffset Now)> Case =>
        from lives in (from opens in Gen.Choose(0, 4000)
                       from steps in Gen.Zip(Gen.Choose(1, 1500), Gen.Choose(0, 9)).ArrayOf()
                       select (opens, steps)).ArrayOf()
        from last in Gen.Choose(100, 5000)
        from more in Gen.Choose(1, 3000)
        select (Lived([.. lives]), Monday10.AddMinutes(last), Monday10.AddMinutes(last + more));

    /// <summary>The desk as it was at a moment.</summary>
    public AnyDesk At(DateTimeOffset moment) => new(
        [.. Histories.Select(h => h.Events.TakeWhile(e => e.At <= moment).ToList()).Where(e => e.Count > 0).Select(e => TicketDecider.Apply(TicketHistory.None, e, Policies.House))],
        [.. Answers.Where(a => a.At <= moment)]);

    private static AnyDesk Lived(IReadOnlyList<(int Opens, (int After, int What)[] Steps)> lives)
    {
        List<AnswerGiven> answers = [];
        List<TicketHistory> histories = [];
        foreach (var ((opens, steps), n) in lives.Select((l, n) => (l, n)))
        {
            var at = Monday10.AddMinutes(opens);
            var story = new TicketStory(TicketHistory.None, [], []).Then(Open(at, Understood(n % 3 == 0 ? "account_security" : "refund", n % 3 == 0 ? Priority.P1 : Priority.P3)) with
            {
                Number = TicketNumber.Derive(Policies.Key, "desk", n),
                Mail = MailOf($"first {n}"),
            });
            foreach (var ((after, what), step) in steps.Select((s, i) => (s, i)))
            {
                at = at.AddMinutes(after);
                story = story.Then(Command(what, at, $"{n} {step}"));
                answers.AddRange(story.Effects.OfType<Effect.CountAnswer>().Select(a => new AnswerGiven(a.At, a.Team, a.Agent)));
            }

            histories.Add(story.History);
        }

        return new(histories, answers);
    }

    private static TicketCommand Command(int what, DateTimeOffset at, string id) => what switch
    {
        0 or 1 => new TicketCommand.AddReply(at, MailOf(id), Customer, Understood("other", Priority.P4), "token"),
        2 or 3 => new TicketCommand.NoteAgentReply(at, Agents[at.Minute % 3], id),
        4 => new TicketCommand.Resolve(at, "mei"),
        5 => new TicketCommand.Reopen(at, "mei", "not solved"),
        6 => new TicketCommand.Assign(at, "mei", Agents[at.Minute % 3], ""),
        7 => new TicketCommand.Pause(at, "mei", "waiting"),
        8 => new TicketCommand.Reassign(at, "mei", at.Minute % 2 == 0 ? "risk" : "payments", ""),
        _ => new TicketCommand.CheckDeadlines(at),
    };
}
