namespace Mailroom.Core.Intake.Mailboxes;

/// <summary>When a mailbox that failed is tried again: one table.</summary>
public static class MailboxBackOff
{
    // A server may say anything, at any length.
    private const int LongestError = 500;

    /// <summary>The trouble after one more failure.</summary>
    /// <remarks>It is never given up: mails wait there. Refused sign-ins wait longer, because providers lock accounts that try too often.</remarks>
    public static MailboxTrouble After(MailboxTrouble? before, MailboxTroubleKind kind, string error, DateTimeOffset now)
    {
        var failures = before is { } trouble && trouble.Kind == kind ? trouble.Failures + 1 : 1;
        return new MailboxTrouble(kind, Bounded(error), before?.Since ?? now, failures, now + Delay(kind, failures));
    }

    private static string Bounded(string error) =>
        string.Join(' ', error[..Math.Min(error.Length, LongestError)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static TimeSpan Delay(MailboxTroubleKind kind, int failures) => kind switch
    {
        MailboxTroubleKind.Unreachable => Minutes(failures, 1, 2, 5, 10, 15),
        MailboxTroubleKind.SignIn => Minutes(failures, 5, 15, 30, 60),
        MailboxTroubleKind.Refused or MailboxTroubleKind.Unsafe => Minutes(failures, 5, 10, 15, 30),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No row decides about this kind of trouble."),
    };

    private static TimeSpan Minutes(int failures, params ReadOnlySpan<int> minutes) =>
        TimeSpan.FromMinutes(minutes[Math.Min(failures, minutes.Length) - 1]);
}
