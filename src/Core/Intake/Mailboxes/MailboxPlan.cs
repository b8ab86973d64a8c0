namespace Mailroom.Core.Intake.Mailboxes;

/// <summary>Which mails of a folder to take next. What was read is known by number only: never by a flag that people change, never by a date.</summary>
public static class MailboxPlan
{
    /// <summary>So many numbers below the high water are looked at again: a server may show a lower number later than a higher one.</summary>
    public const uint Overlap = 200;

    /// <summary>So often a mail is asked for that the server names and does not give.</summary>
    public const int MostAttempts = 10;

    /// <summary>What the folder's opening means for what is known of it.</summary>
    /// <param name="state">What is known.</param>
    /// <param name="folder">What the server says.</param>
    /// <param name="policy">How the mailbox is read.</param>
    /// <param name="now">Now.</param>
    public static MailboxOpening Open(MailboxState state, FolderFacts folder, MailboxPolicy policy, DateTimeOffset now)
    {
        if (folder.UidValidity == 0)
        {
            // Its numbers hold for this connection only. Where taken mails are moved away, what lies there is what is new.
            return policy.Moves
                ? new MailboxOpening.Ready(state with { UidValidity = 0, HighWater = 0, Taken = [], Troubled = [] }, IsAnew: false)
                : new MailboxOpening.Refused("The server gives no lasting numbers (UIDVALIDITY), so that nobody can know which mails were taken: let taken mails be moved to another folder.");
        }

        if (folder.UidValidity == state.UidValidity)
        {
            return new MailboxOpening.Ready(state, IsAnew: false);
        }

        // The folder has a new life: all its numbers are new, and everything in it is looked at; what was taken before is known by its bytes.
        var isFirst = state.UidValidity == 0;
        if (isFirst && policy.StartsWithNew && folder.UidNext == 0)
        {
            return new MailboxOpening.Refused("The server does not tell its next number (UIDNEXT), so that old mails cannot be told from new ones: let the mailbox start with all.");
        }

        var fresh = state with { UidValidity = folder.UidValidity, HighWater = 0, Taken = [], Troubled = [] };
        return isFirst && policy.StartsWithNew
            ? new MailboxOpening.Ready(fresh with { HighWater = folder.UidNext - 1, StartedAt = now, AnewBelow = folder.UidNext }, IsAnew: false)
            : new MailboxOpening.Ready(fresh with { AnewBelow = isFirst ? 0 : folder.UidNext > 0 ? folder.UidNext : uint.MaxValue }, IsAnew: !isFirst);
    }

    /// <summary>The number from which on the folder is searched.</summary>
    public static uint SearchFrom(MailboxState state) =>
        state.Troubled.Where(MayTry).Select(t => t.Uid).Append(WindowOf(state.HighWater) + 1).Min();

    /// <summary>The mails to take, lowest number first.</summary>
    /// <param name="state">What is known.</param>
    /// <param name="uids">What the search found; servers add the folder's last mail to an open range.</param>
    public static IReadOnlyList<uint> Waiting(MailboxState state, IEnumerable<uint> uids)
    {
        var taken = state.Taken.ToHashSet();
        var troubled = state.Troubled.ToDictionary(t => t.Uid);
        var window = WindowOf(state.HighWater);
        return [.. uids
            .Where(uid => troubled.TryGetValue(uid, out var mail) ? MayTry(mail) : uid > window && !taken.Contains(uid))
            .Distinct().Order()];
    }

    /// <summary>
    /// Whether a mail lay there before the first look at a mailbox that starts with new ones. The date is asked only where numbers tell
    /// nothing: in the overlap of the first look, and when the numbers began anew.
    /// </summary>
    public static bool IsFromBefore(MailboxState state, uint uid, DateTimeOffset? arrivedAt) =>
        uid < state.AnewBelow && arrivedAt < state.StartedAt;

    /// <summary>A mail is ours, gone, or none of our business: it is not asked for again.</summary>
    public static MailboxState Took(MailboxState state, uint uid)
    {
        var high = Math.Max(state.HighWater, uid);
        return state with
        {
            HighWater = high,
            Taken = [.. state.Taken.Append(uid).Where(t => t > WindowOf(high)).Distinct()],
            Troubled = [.. state.Troubled.Where(t => t.Uid != uid)],
        };
    }

    /// <summary>The server did not give a mail: the others go on, and it is asked for again at the next look.</summary>
    public static MailboxState Failed(MailboxState state, uint uid)
    {
        var attempts = state.Troubled.FirstOrDefault(t => t.Uid == uid)?.Attempts ?? 0;
        return Took(state, uid) with { Troubled = [.. state.Troubled.Where(t => t.Uid != uid), new TroubledMail(uid, attempts + 1)] };
    }

    /// <summary>Whether a mail was asked for so often that a person must look.</summary>
    public static bool IsGivenUp(MailboxState state, uint uid) => state.Troubled.Any(t => t.Uid == uid && !MayTry(t));

    private static bool MayTry(TroubledMail mail) => mail.Attempts < MostAttempts;

    private static uint WindowOf(uint highWater) => highWater > Overlap ? highWater - Overlap : 0;
}

/// <summary>What the server says of a folder.</summary>
/// <param name="UidValidity">0 when it gives none.</param>
/// <param name="UidNext">The number that the next mail gets; 0 when it does not tell.</param>
public sealed record FolderFacts(uint UidValidity, uint UidNext);

/// <summary>How a mailbox is read.</summary>
/// <param name="Moves">Taken mails are moved to another folder.</param>
/// <param name="StartsWithNew">What lay there before the first look is left alone.</param>
public sealed record MailboxPolicy(bool Moves, bool StartsWithNew);

/// <summary>What a folder's opening means.</summary>
public abstract record MailboxOpening
{
    private MailboxOpening()
    {
    }

    /// <summary>It can be read.</summary>
    /// <param name="State">What is known of it from now on.</param>
    /// <param name="IsAnew">Its numbers are new since the last look.</param>
    public sealed record Ready(MailboxState State, bool IsAnew) : MailboxOpening;

    /// <summary>It cannot be read.</summary>
    /// <param name="Reason">Why, and what to do.</param>
    public sealed record Refused(string Reason) : MailboxOpening;
}
