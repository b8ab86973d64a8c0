namespace Mailroom.Core.Intake.Mailboxes;

/// <summary>Divides what one run may take between mailboxes.</summary>
public static class MailboxShares
{
    /// <summary>So many mails of each mailbox: equal shares, and what one does not need goes to the others.</summary>
    /// <param name="waiting">How many wait in each.</param>
    /// <param name="most">How many may be taken in all.</param>
    public static IReadOnlyList<int> Divide(IReadOnlyList<int> waiting, int most)
    {
        var shares = new int[waiting.Count];
        var left = most;
        var open = waiting.Count;
        foreach (var (count, mailbox) in waiting.Select((count, mailbox) => (count, mailbox)).OrderBy(w => w.count))
        {
            // The smallest first: what it leaves over is divided among the larger ones. The last ones get what rounding left.
            shares[mailbox] = Math.Min(count, (left + open - 1) / open);
            left -= shares[mailbox];
            open--;
        }

        return shares;
    }
}
