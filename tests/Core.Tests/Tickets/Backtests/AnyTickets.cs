using FsCheck;
using FsCheck.Fluent;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Tickets.Backtests;

/// <summary>Random lives of tickets over two weeks with a holiday, and random policies.</summary>
internal static class AnyTickets
{
    private static readonly string[] Categories = ["refund", "account_security", "technical_fault", "other"];

    private static readonly Priority[] Ranks = Enum.GetValues<Priority>();

    /// <summary>Some tickets.</summary>
    public static Gen<IReadOnlyList<TicketStory>> Stories => Story.ListOf(6).Select(s => (IReadOnlyList<TicketStory>)[.. s]);

    /// <summary>A policy with other targets for each priority, and sometimes another priority for each category.</summary>
    public static Gen<SupportPolicy> Policy =>
        from minutes in Gen.Choose(10, 3000).ListOf(12)
        from ranks in Rank.ListOf(Categories.Length)
        from teams in Gen.Elements("payments", "risk").ListOf(Categories.Length)
        select Policies.Small with
        {
            Targets = Targets([.. minutes]),
            Categories = [.. Policies.Small.Categories.Zip(ranks, teams).Select(c => c.First with { Priority = c.Second, Team = c.Third })],
        };

    /// <summary>The small policy with every target longer by some minutes.</summary>
    public static Gen<SupportPolicy> Longer => Gen.Choose(0, 600).ListOf(12).Select(more => Policies.Small with
    {
        Targets = Policies.Small.Targets.ToDictionary(t => t.Key, t => Add(t.Value, [.. more.Skip(3 * Array.IndexOf(Ranks, t.Key)).Take(3)])),
    });

    private static Gen<Priority> Rank => Gen.Elements(Ranks);

    private static Gen<TicketStory> Story =>
        from start in Gen.Choose(0, 14 * 24 * 60)
        from category in Gen.Elements(Categories)
        from rank in Rank
        from steps in Gen.Choose(0, 8).Zip(Gen.Choose(1, 2000)).ListOf(7)
        from howMany in Gen.Choose(0, 7)
        select Lived(TicketStory.Opened(Moments.Shanghai("2026-04-27 00:00").AddMinutes(start), TicketStory.Understood(category, rank)), [.. steps.Take(howMany)]);

    private static TicketStory Lived(TicketStory story, IReadOnlyList<(int What, int Minutes)> steps)
    {
        var at = story.Ticket.OpenedAt;
        foreach (var (what, minutes) in steps)
        {
            at = at.AddMinutes(minutes);
            story = what switch
            {
                0 or 1 => story.Answer(at),
                2 => story.Reply(at, $"mail{at.UtcTicks}", TicketStory.Understood(Categories[minutes % 4], Ranks[minutes % 4])),
                3 => story.Then(new TicketCommand.Prioritise(at, "a", Ranks[minutes % 4], "b")),
                4 => story.Then(new TicketCommand.Recategorise(at, "a", Categories[minutes % 4], "b")),
                5 => story.Then(new TicketCommand.Reassign(at, "a", minutes % 2 == 0 ? "payments" : "risk", "b")),
                6 => story.Then(new TicketCommand.Resolve(at, "a")),
                7 => story.Then(new TicketCommand.Extend(at, "a", (DeadlineKind)(minutes % 3), new ExtensionLength.By(Target.Of(TimeSpan.FromMinutes(minutes))), "b")),
                _ => story.Look(at),
            };
        }

        return story;
    }

    private static Dictionary<Priority, TargetPolicy> Targets(IReadOnlyList<int> minutes) => Ranks.Index().ToDictionary(r => r.Item, r => new TargetPolicy
    {
        FirstResponse = Minutes(minutes[3 * r.Index]),
        NextResponse = Minutes(minutes[(3 * r.Index) + 1]),
        Resolution = Minutes(minutes[(3 * r.Index) + 2]),
        Calendar = r.Item == Priority.P1 ? "24x7" : "china",
    });

    private static TargetPolicy Add(TargetPolicy says, IReadOnlyList<int> more) => says with
    {
        FirstResponse = Lengthened(says.FirstResponse!, more[0]),
        NextResponse = Lengthened(says.FirstResponse!, more[1]),
        Resolution = Lengthened(says.Resolution!, more[2]),
    };

    private static TargetTerm Lengthened(TargetTerm term, int minutes) => new(term.Within! with { Hours = term.Within.Hours + TimeSpan.FromMinutes(minutes) });

    private static TargetTerm Minutes(int minutes) => new(Target.Of(TimeSpan.FromMinutes(minutes)));
}
