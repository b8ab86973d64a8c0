using Mailroom.Core.Intake.Mailboxes;
using Mailroom.Pipeline.Operations;
using Mailroom.Support.Azurite;
using Mailroom.Support.Imap;
using static Mailroom.Pipeline.Tests.Handlers.MailboxHouse;

namespace Mailroom.Pipeline.Tests.Handlers;

/// <summary>Mailboxes under encryption, and with whom.</summary>
[Collection(SharedAzurite.Name)]
public sealed class MailboxTlsTests(AzuriteServer azurite, DovecotServer dovecot) : IClassFixture<DovecotServer>
{
    [DovecotFact]
    public Task A_mailbox_is_read_under_TLS() => IsReadAsync("tls", dovecot.TlsPort);

    [DovecotFact]
    public Task A_mailbox_is_read_after_STARTTLS() => IsReadAsync("starttls", dovecot.Port);

    [DovecotFact]
    public async Task A_server_of_another_name_gets_no_password_and_both_names_are_told()
    {
        var trouble = await TroubleAsync("tls", dovecot.TlsPort, "127.0.0.1");

        Assert.Equal(MailboxTroubleKind.Unsafe, trouble.Kind);
        Assert.Contains("its certificate is for localhost, not for 127.0.0.1", trouble.Error, StringComparison.Ordinal);
    }

    [DovecotFact]
    public async Task A_mailbox_in_trouble_is_reported_beside_one_that_is_well()
    {
        var (bad, good) = (dovecot.NextBox(), dovecot.NextBox());
        await using var house = await House.OpenAsync(azurite.NewAccount(), null,
        [
            .. Mailbox("bad", bad, dovecot.TlsPort, ("Security", "tls")), .. Mailbox("good", good, dovecot.TlsPort, ("Security", "tls"), ("Host", "localhost")),
        ]);
        dovecot.Deliver(good, Mails(1));

        await house.PollAsync();
        var reports = await house.Get<MailboxReports>().ListAsync(CancellationToken.None);
        house.Clock.Advance(TimeSpan.FromMinutes(16));
        var later = await house.Get<MailboxReports>().ListAsync(CancellationToken.None);

        Assert.Equal([("bad", MailboxHealth.Troubled), ("good", MailboxHealth.Well)], reports.Select(r => (r.Name, r.Health)));
        Assert.Equal([MailboxHealth.Troubled, MailboxHealth.Stale], later.Select(r => r.Health));
    }

    [DovecotFact]
    public async Task A_server_that_nobody_vouches_for_gets_no_password()
    {
        var stranger = new DovecotServer { IsTrusted = false };
        await stranger.InitializeAsync();
        try
        {
            var trouble = await TroubleAsync("starttls", stranger.Port, "localhost");

            Assert.Equal(MailboxTroubleKind.Unsafe, trouble.Kind);
            Assert.Contains("nobody whom this machine trusts vouches for its certificate", trouble.Error, StringComparison.Ordinal);
        }
        finally
        {
            await stranger.DisposeAsync();
        }
    }

    [DovecotFact]
    public async Task A_server_without_STARTTLS_gets_no_password()
    {
        await using var old = new CuttingProxy(dovecot.Port, int.MaxValue, 0)
        {
            Rewrite = words => words.Replace("STARTTLS", "NOTHING!", StringComparison.Ordinal),
        };

        Assert.Equal(MailboxTroubleKind.Unsafe, (await TroubleAsync("starttls", old.Port, "localhost")).Kind);
    }

    private async Task IsReadAsync(string security, int port)
    {
        var box = dovecot.NextBox();
        await using var house = await OpenAsync(box, security, port, "localhost");
        dovecot.Deliver(box, Mails(2));

        await house.PollAsync();

        Assert.Null((await house.StateAsync()).Trouble);
        Assert.Equal(2, await house.CountAsync("mail-received"));
    }

    private async Task<MailboxTrouble> TroubleAsync(string security, int port, string host)
    {
        await using var house = await OpenAsync(dovecot.NextBox(), security, port, host);
        await house.PollAsync();
        return (await house.StateAsync()).Trouble!;
    }

    private Task<House> OpenAsync(string box, string security, int port, string host) => House.OpenAsync(
        azurite.NewAccount(), null, Mailbox("support", box, port, ("Host", host), ("Security", security)));
}
