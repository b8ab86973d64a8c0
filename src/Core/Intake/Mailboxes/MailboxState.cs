namespace Mailroom.Core.Intake.Mailboxes;

/// <summary>How far a mailbox is read, and how it goes with it.</summary>
/// <param name="UidValidity">The life of the folder that the numbers belong to (RFC 3501 2.3.1.1); 0 before the first look.</param>
/// <param name="HighWater">The highest number that was taken.</param>
/// <param name="Taken">The numbers taken within <see cref="MailboxPlan.Overlap"/> below the high water.</param>
/// <param name="Troubled">Mails that the server did not give.</param>
/// <param name="StartedAt">The first look at a mailbox that starts with new mails; null where all is taken.</param>
/// <param name="AnewBelow">The numbers below this one were there when the folder's numbers began anew.</param>
/// <param name="LookedAt">The last look that went well.</param>
/// <param name="Waiting">How many mails that look left waiting.</param>
/// <param name="Trouble">What is wrong now; null when the last look went well.</param>
public sealed record MailboxState(
    uint UidValidity,
    uint HighWater,
    IReadOnlyList<uint> Taken,
    IReadOnlyList<TroubledMail> Troubled,
    DateTimeOffset? StartedAt,
    uint AnewBelow,
    DateTimeOffset? LookedAt,
    int Waiting,
    MailboxTrouble? Trouble)
{
    /// <summary>A mailbox that was never looked at.</summary>
    public static MailboxState Fresh { get; } = new(0, 0, [], [], null, 0, null, 0, null);
}

/// <summary>A mail that the server names but does not give.</summary>
/// <param name="Uid">Its number.</param>
/// <param name="Attempts">How often it was asked for.</param>
public sealed record TroubledMail(uint Uid, int Attempts);

/// <summary>Why a mailbox cannot be read, and when it is tried again.</summary>
/// <param name="Kind">What kind of trouble.</param>
/// <param name="Error">What the server or the network said.</param>
/// <param name="Since">When it began.</param>
/// <param name="Failures">How often it failed in a row.</param>
/// <param name="NotBefore">When it is tried again.</param>
public sealed record MailboxTrouble(MailboxTroubleKind Kind, string Error, DateTimeOffset Since, int Failures, DateTimeOffset NotBefore);

/// <summary>Ways in which reading a mailbox fails.</summary>
public enum MailboxTroubleKind
{
    /// <summary>The server could not be reached, did not answer, or broke off.</summary>
    Unreachable,

    /// <summary>The server refused our name and password or token.</summary>
    SignIn,

    /// <summary>The server refused what we asked: no such folder, no stable numbers.</summary>
    Refused,

    /// <summary>The server offers no encryption, or shows a certificate that is not its own or that nobody vouches for.</summary>
    Unsafe,
}
