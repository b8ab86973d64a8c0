namespace Mailroom.Pipeline.Settings;

/// <summary>One mailbox to poll: the settings Mailbox__{name}__{part}.</summary>
/// <param name="Name">What we call it: small letters, digits, hyphens. It stands in the ledger as the mails' source, so keep it.</param>
/// <param name="Host">The IMAP server.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">"tls", "starttls" or "none" (loopback only).</param>
/// <param name="User">The user name, as a rule the address.</param>
/// <param name="Password">The password; empty for <paramref name="Application"/>.</param>
/// <param name="Application">The application that signs in for the mailbox; null for a password.</param>
/// <param name="Folder">The folder to read.</param>
/// <param name="After">What becomes of a mail in the mailbox once it is ours.</param>
/// <param name="MoveTo">The folder for taken mails when they are moved.</param>
/// <param name="StartsWithNew">What lay there before the first look is left alone.</param>
public sealed record MailboxAccount(
    string Name, string Host, int Port, string Security, string User, string Password, MailApplication? Application,
    string Folder, AfterTaking After, string MoveTo, bool StartsWithNew);

/// <summary>What becomes of a taken mail in its mailbox.</summary>
public enum AfterTaking
{
    /// <summary>Nothing: it stays as it is.</summary>
    Leave,

    /// <summary>It is marked as read.</summary>
    Seen,

    /// <summary>It gets the flag that mail programs show as a star or flag.</summary>
    Flag,

    /// <summary>It goes to another folder.</summary>
    Move,
}
