using Mailroom.Core.Intake.Mailboxes;
using Mailroom.Pipeline.Handlers.Steps;
using Mailroom.Pipeline.Settings;
using Microsoft.Extensions.Options;

namespace Mailroom.Pipeline.Handlers;

/// <summary>Looks into every mailbox and takes a fair share of what waits in each; without mailboxes it does nothing.</summary>
public sealed class PollMailboxes(MailboxAccounts mailboxes, MailboxVisits visits, IOptions<MailroomSettings> settings)
{
    // A run ends before the next but three begins, and well within the ten minutes that a host allows; the next goes on where this one stopped.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>One look at all of them.</summary>
    public async Task HandleAsync(CancellationToken cancellation)
    {
        if (mailboxes.All.Count == 0)
        {
            return;
        }

        using var patience = new CancellationTokenSource(Patience);
        var opened = await Task.WhenAll(mailboxes.All.Select(a => visits.OpenAsync(a, cancellation)));
        var shares = MailboxShares.Divide([.. opened.Select(v => v?.Waiting.Count ?? 0)], settings.Value.MailboxMostPerRun);
        await Task.WhenAll(opened.Zip(shares, (visit, share) => visit is null
            ? Task.CompletedTask
            : visits.TakeAsync(visit, share, patience.Token, cancellation)));
    }
}
