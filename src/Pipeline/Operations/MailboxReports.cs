using Mailroom.Core.Intake.Mailboxes;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Settings;

namespace Mailroom.Pipeline.Operations;

/// <summary>How it goes with every mailbox that is to be polled; reads one row each and asks no mail server.</summary>
public sealed class MailboxReports(MailboxAccounts mailboxes, MailboxStore store, TimeProvider clock)
{
    /// <summary>One report a mailbox, by name.</summary>
    public async Task<IReadOnlyList<MailboxReport>> ListAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return await Task.WhenAll(mailboxes.All.Select(async account =>
        {
            var state = (await store.FindAsync(account.Name, cancellation)).State;
            return new MailboxReport(account.Name, account.Folder, state, MailboxWatch.Of(state, now));
        }));
    }
}

/// <summary>How it goes with a mailbox. It holds no host, user or secret.</summary>
/// <param name="Name">What we call it.</param>
/// <param name="Folder">The folder that is read.</param>
/// <param name="State">How far it is read, and its trouble.</param>
/// <param name="Health">The verdict.</param>
public sealed record MailboxReport(string Name, string Folder, MailboxState State, MailboxHealth Health);
