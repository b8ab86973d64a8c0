using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;

namespace Mailroom.Functions.Api;

/// <summary>Reads what an agent wants of a ticket.</summary>
internal static class TicketWishes
{
    /// <summary>The most characters of a reason.</summary>
    internal const int LongestReason = 500;

    private const int LongestMailId = 250;

    // Further off nobody extends; and nobody makes us count the open hours of a century.
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(731);

    /// <summary>The command of a wish, or what is wrong with it.</summary>
    /// <param name="change">The last part of the route.</param>
    /// <param name="wish">The body; null when it was none.</param>
    /// <param name="now">Now.</param>
    internal static WishReading Read(string change, TicketWish? wish, DateTimeOffset now)
    {
        if (Wishes.Name(wish?.Agent) is not { } agent)
        {
            return Bad("agent", $"请填写操作人姓名，最多 {Wishes.LongestName} 个字符。", $"Say who asks, in 1 to {Wishes.LongestName} characters.");
        }

        var why = wish?.Why?.Trim() ?? "";
        if (why.Length > LongestReason || why.Any(char.IsControl))
        {
            return Bad("why", $"理由最多 {LongestReason} 个字符，不能换行。", $"A reason has at most {LongestReason} characters, on one line.");
        }

        if (wish!.Version < 1)
        {
            return Bad("version", "请填写所见工单的 version，从 1 起。", "Give the version of the ticket as you saw it, 1 or more, or leave it out.");
        }

        return change switch
        {
            "assign" => Assign(wish, agent, why, now),
            "reply-noted" => ReplyNoted(wish, agent, now),
            "wait" => new WishReading.Readable(new TicketCommand.Pause(now, agent, why)),
            "resume" => new WishReading.Readable(new TicketCommand.EndPause(now, agent, why)),
            "resolve" => new WishReading.Readable(new TicketCommand.Resolve(now, agent)),
            "reopen" => new WishReading.Readable(new TicketCommand.Reopen(now, agent, why)),
            "categorise" => Wishes.Name(wish.Category) is { } category
                ? new WishReading.Readable(new TicketCommand.Recategorise(now, agent, category, why))
                : Bad("category", "请填写政策中的类别代码，例如 refund。", "Name a category of the policy by its code, for example refund."),
            "prioritise" => Priority(wish.Priority) is { } priority
                ? new WishReading.Readable(new TicketCommand.Prioritise(now, agent, priority, why))
                : Bad("priority", "请填写 P1、P2、P3 或 P4。", "Say P1, P2, P3 or P4."),
            "team" => Wishes.Name(wish.Team) is { } team
                ? new WishReading.Readable(new TicketCommand.Reassign(now, agent, team, why))
                : Bad("team", "请填写政策中的小组名，例如 payments。", "Name a team of the policy, for example payments."),
            "extend" => Extend(wish, agent, why, now),
            _ => throw new ArgumentOutOfRangeException(nameof(change), change, "No row reads this change."),
        };
    }

    // No assignee puts the ticket back, and is said so: a wish that merely forgot the name must not.
    private static WishReading Assign(TicketWish wish, string agent, string why, DateTimeOffset now) => (wish.Assignee?.Trim(), Wishes.Name(wish.Assignee)) switch
    {
        (null or "", _) when wish.Nobody ?? false => new WishReading.Readable(new TicketCommand.Assign(now, agent, null, why)),
        (_, { } assignee) when !(wish.Nobody ?? false) => new WishReading.Readable(new TicketCommand.Assign(now, agent, assignee, why)),
        _ => Bad("assignee", $"请填写处理人（最多 {Wishes.LongestName} 个字符）；退回工单请用 \"nobody\": true。",
            $"Say who gets the ticket, in 1 to {Wishes.LongestName} characters; to put it back say \"nobody\": true."),
    };

    private static WishReading ReplyNoted(TicketWish wish, string agent, DateTimeOffset now) =>
        wish.Mail?.Trim().Trim('<', '>') is { Length: > 0 and <= LongestMailId } mail && !mail.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
            ? new WishReading.Readable(new TicketCommand.NoteAgentReply(now, agent, mail))
            : Bad("mail", "请填写这封回信的 Message-ID 或其他唯一编号：同一封信只记一次。",
                "Name the answer by its Message-ID, or by another id of its own: the same answer is noted once.");

    private static WishReading Extend(TicketWish wish, string agent, string why, DateTimeOffset now)
    {
        if (why.Length == 0)
        {
            return Bad("why", $"请说明延期理由，最多 {LongestReason} 个字符。", $"Say why, in 1 to {LongestReason} characters.");
        }

        if (Deadline(wish.Deadline) is not { } deadline)
        {
            return Bad("deadline", $"请填写 {string.Join("、", DeadlineNames.All)} 之一。", $"Say one of {string.Join(", ", DeadlineNames.All)}.");
        }

        var by = wish.By is null ? null : TargetText.Read(wish.By);
        var isThere = wish.To is { } to && to > now && to < now + Furthest;
        return (wish, by, isThere) switch
        {
            ({ By: not null, To: null, Version: null }, not null, _) => Bad("version", "用 by 延期时必须填写所见工单的 version，以免重复提交时延期两次。",
                "With \"by\" give the version of the ticket as you saw it, so that the same wish twice extends once."),
            ({ By: not null, To: null }, not null, _) => Command(new ExtensionLength.By(by)),
            ({ By: null, To: { } moment }, _, true) => Command(new ExtensionLength.Until(moment)),
            _ => Bad("by", "请填写 by（延长多少，例如 PT4H 或 P1D）或 to（延至何时，例如 2026-12-01T18:00:00+08:00，须晚于现在、两年之内），二者取一。",
                "Say either \"by\", how much more time, for example PT4H or P1D, or \"to\", the moment, for example 2026-12-01T18:00:00+08:00: later than now, within two years."),
        };

        WishReading Command(ExtensionLength length) => new WishReading.Readable(new TicketCommand.Extend(now, agent, deadline, length, why));
    }

    private static DeadlineKind? Deadline(string? name) => DeadlineNames.Read(name ?? DeadlineNames.Of(DeadlineKind.Resolution));

    private static Priority? Priority(string? name) => Enum.GetValues<Priority>().Cast<Priority?>().FirstOrDefault(p => p.ToString() == name?.Trim());

    private static WishReading.BadValue Bad(string name, string zh, string en) => new(name, new LocalizedText(zh, en));
}

/// <summary>What an agent wants of a ticket, as it comes; which fields matter depends on the change.</summary>
/// <param name="Agent">Who asks.</param>
/// <param name="Why">Why; needed to extend.</param>
/// <param name="Version">The ticket's version as the agent saw it; left out to insist on nothing.</param>
/// <param name="Force">True to take a ticket from whoever has it.</param>
/// <param name="Assignee">Who gets it.</param>
/// <param name="Nobody">True to put it back.</param>
/// <param name="Mail">The answer's id.</param>
/// <param name="Category">The category's code.</param>
/// <param name="Priority">"P1" to "P4".</param>
/// <param name="Team">The team's name.</param>
/// <param name="Deadline">Which deadline; the solution when left out.</param>
/// <param name="By">How much more time.</param>
/// <param name="To">Until when.</param>
internal sealed record TicketWish(
    string? Agent,
    string? Why,
    int? Version,
    bool? Force,
    string? Assignee,
    bool? Nobody,
    string? Mail,
    string? Category,
    string? Priority,
    string? Team,
    string? Deadline,
    string? By,
    DateTimeOffset? To);

/// <summary>A wish that was read.</summary>
internal abstract record WishReading
{
    private WishReading()
    {
    }

    /// <summary>It can be asked of a ticket.</summary>
    internal sealed record Readable(TicketCommand Command) : WishReading;

    /// <summary>A value of it is wrong.</summary>
    /// <param name="Name">Which.</param>
    /// <param name="Expected">What it should be.</param>
    internal sealed record BadValue(string Name, LocalizedText Expected) : WishReading;
}
