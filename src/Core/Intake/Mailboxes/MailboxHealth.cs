namespace Mailroom.Core.Intake.Mailboxes;

/// <summary>How it goes with a mailbox, for people.</summary>
public enum MailboxHealth
{
    /// <summary>It was looked into lately, and nothing is wrong.</summary>
    Well,

    /// <summary>It was not looked into for too long, or never, and no failure says why.</summary>
    Stale,

    /// <summary>It cannot be read.</summary>
    Troubled,
}

/// <summary>Tells how it goes with a mailbox: one table.</summary>
public static class MailboxWatch
{
    /// <summary>For so long a mailbox may go without a look that went well.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromMinutes(15);

    /// <summary>The verdict. A look that never happened throws no error anywhere: only its absence shows.</summary>
    public static MailboxHealth Of(MailboxState state, DateTimeOffset now) => state switch
    {
        { Trouble: not null } => MailboxHealth.Troubled,
        { LookedAt: { } at } when now - at <= Limit => MailboxHealth.Well,
        _ => MailboxHealth.Stale,
    };
}
