using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies.Digests;

/// <summary>One of the things that a link can do to its ticket now, and what would come of it.</summary>
/// <param name="Name">Its name in the form: "lead", "me", "PT4H", "head".</param>
/// <param name="Command">The command, without a reason.</param>
/// <param name="Due">The new moment of a deadline that it moves; null when it moves none.</param>
public sealed record LinkChoice(string Name, TicketCommand Command, DateTimeOffset? Due = null)
{
    private static readonly Target[] Lengths = [Target.Of(TimeSpan.FromHours(4)), Target.OfDays(1), Target.OfDays(2)];

    /// <summary>What can be chosen; none when the link can do nothing to the ticket as it is.</summary>
    /// <param name="purpose">What the link is for.</param>
    /// <param name="history">The ticket.</param>
    /// <param name="holder">The manager.</param>
    /// <param name="now">Now.</param>
    /// <param name="house">Policy and key.</param>
    public static IReadOnlyList<LinkChoice> Of(string purpose, TicketHistory history, DigestPolicy holder, DateTimeOffset now, HouseRules house)
    {
        if (history.Ticket is not { MergedInto: null, Status: not TicketStatus.Resolved } ticket)
        {
            return [];
        }

        var agent = DigestLinks.NameOf(holder);
        return purpose switch
        {
            DigestLinks.Assign =>
            [
                .. new[] { ("lead", house.Policy.Team(ticket.Team).Lead), ("me", holder.Manager) }.DistinctBy(c => c.Item2.Key)
                    .Where(c => ticket.Assignee != c.Item2.Address)
                    .Select(c => new LinkChoice(c.Item1, new TicketCommand.Assign(now, agent, c.Item2.Address, ""))),
            ],
            DigestLinks.Extend => Extensions(history, agent, now, house),
            DigestLinks.Escalate => [new LinkChoice("head", new TicketCommand.EscalateByHand(now, agent, ""))],
            _ => [],
        };
    }

    /// <summary>The command with a reason.</summary>
    public TicketCommand Because(string why) => Command switch
    {
        TicketCommand.Assign c => c with { Why = why },
        TicketCommand.Extend c => c with { Why = why },
        TicketCommand.EscalateByHand c => c with { Why = why },
        _ => throw new NotSupportedException($"No row gives {Command.GetType().Name} a reason."),
    };

    // The deadline that the digest's row was about: the earliest that counts.
    private static List<LinkChoice> Extensions(TicketHistory history, string agent, DateTimeOffset now, HouseRules house)
    {
        if (TicketClock.Read(history, house.Policy, now).Where(d => d.IsCounting).MinBy(d => d.Due) is not { } deadline)
        {
            return [];
        }

        return
        [
            .. Lengths.Select(by =>
            {
                var command = new TicketCommand.Extend(now, agent, deadline.Kind, new ExtensionLength.By(by), "?");
                var after = TicketDecider.Apply(history, [.. TicketDecider.Decide(history, command, house).OfType<TicketEvent.Extended>()], house);
                var due = TicketClock.Read(after, house.Policy, now).First(d => d.Kind == deadline.Kind && d.IsCounting).Due;
                return due > deadline.Due ? new LinkChoice(TextOf(by), command, due) : null;
            }).OfType<LinkChoice>(),
        ];
    }

    private static string TextOf(Target by) => by.Days > 0 ? $"P{Digest.Told(by.Days)}D" : TargetText.Write(by.Hours);
}
