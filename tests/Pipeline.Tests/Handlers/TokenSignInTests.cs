using System.Globalization;
using System.Text;
using Mailroom.Core.Intake.Mailboxes;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;
using Mailroom.Support.SignIn;
using Mailroom.Support.Smtp;

namespace Mailroom.Pipeline.Tests.Handlers;

/// <summary>XOAUTH2 in and out: a real token request over HTTPS, tokens that a real Dovecot checks, for itself and for a real Postfix.</summary>
[Collection(SharedAzurite.Name)]
public sealed class TokenSignInTests(AzuriteServer azurite, PostfixServer postfix) : IClassFixture<PostfixServer>
{
    [PostfixFact(WithStorage = true)]
    public async Task A_mailbox_is_read_with_a_token_that_is_asked_for_once()
    {
        var box = postfix.Users.NextBox();
        await using var authority = await TokenAuthority.OpenAsync(box);
        await using var house = await OpenAsync(Mailbox(box, authority.Address));
        postfix.Users.Deliver(box, [Encoding.UTF8.GetBytes(RawMails.Mail())]);

        await PollAsync(house);
        await PollAsync(house);

        Assert.Null((await StateAsync(house)).Trouble);
        Assert.Equal(1, await house.CountAsync("mail-received"));
        Assert.Equal(1, authority.Requests);
    }

    [PostfixFact(WithStorage = true)]
    public async Task A_rejected_token_is_a_refused_sign_in_and_the_next_attempt_asks_for_a_new_one()
    {
        var box = postfix.Users.NextBox();
        await using var authority = await TokenAuthority.OpenAsync(box);
        authority.Life = TimeSpan.FromMinutes(-1);
        await using var house = await OpenAsync(Mailbox(box, authority.Address));

        await PollAsync(house);
        var trouble = (await StateAsync(house)).Trouble!;
        authority.Life = TimeSpan.FromHours(1);
        house.Clock.Set(trouble.NotBefore);
        await PollAsync(house);

        Assert.Equal(MailboxTroubleKind.SignIn, trouble.Kind);
        Assert.Contains("AUTHENTICATIONFAILED", trouble.Error, StringComparison.Ordinal);
        Assert.Equal(2, authority.Requests);
        Assert.Null((await StateAsync(house)).Trouble);
    }

    [PostfixFact(WithStorage = true)]
    public async Task An_application_with_a_wrong_secret_is_a_refused_sign_in_in_the_words_of_who_refused()
    {
        var box = postfix.Users.NextBox();
        await using var authority = await TokenAuthority.OpenAsync(box);
        await using var house = await OpenAsync(Mailbox(box, authority.Address, secret: "last year's"));

        await PollAsync(house);

        var trouble = (await StateAsync(house)).Trouble!;
        Assert.Equal(MailboxTroubleKind.SignIn, trouble.Kind);
        Assert.Contains("AADSTS7000215", trouble.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("last year's", trouble.Error, StringComparison.Ordinal);
    }

    [PostfixFact(WithStorage = true)]
    public async Task An_authority_that_does_not_answer_is_no_refused_sign_in()
    {
        var box = postfix.Users.NextBox();
        var authority = await TokenAuthority.OpenAsync(box);
        var address = authority.Address;
        await authority.DisposeAsync();
        await using var house = await OpenAsync(Mailbox(box, address));

        await PollAsync(house);

        Assert.Equal(MailboxTroubleKind.Unreachable, (await StateAsync(house)).Trouble!.Kind);
    }

    [PostfixFact(WithStorage = true)]
    public async Task Mail_leaves_with_a_token()
    {
        var box = postfix.Users.NextBox();
        await using var authority = await TokenAuthority.OpenAsync(box);
        await using var house = await OpenAsync(Smtp(box, authority.Address));
        var customer = $"li.lei.{Guid.NewGuid():N}@customer.example";

        var row = await house.BringAsync(RawMails.Mail(from: customer));

        Assert.Equal(OutboxState.Sent, Assert.Single((await house.TicketAsync(row)).Outbox).State);
        await postfix.DeliveredAsync($"X-Original-To: {customer}");
        await postfix.LoggedAsync($"sasl_method=XOAUTH2, sasl_username={box}");
    }

    [PostfixFact(WithStorage = true)]
    public async Task A_token_that_the_server_rejects_keeps_the_mail_and_the_next_attempt_has_a_new_one()
    {
        var box = postfix.Users.NextBox();
        await using var authority = await TokenAuthority.OpenAsync(box);
        authority.Life = TimeSpan.FromMinutes(-1);
        await using var house = await OpenAsync(Smtp(box, authority.Address));

        var row = await house.BringAsync(RawMails.Mail());
        var waiting = Assert.Single((await house.TicketAsync(row)).Outbox);
        authority.Life = TimeSpan.FromHours(1);
        house.Clock.Set(waiting.NotBefore!.Value);
        await house.Get<DeliverMail>().HandleAsync(new OutgoingPointer(1, waiting.Partition, waiting.Mail.Id, 2), CancellationToken.None);

        Assert.Equal(OutboxState.Pending, waiting.State);
        Assert.Contains("sign-in", waiting.Reason, StringComparison.Ordinal);
        Assert.Equal(OutboxState.Sent, Assert.Single((await house.TicketAsync(row)).Outbox).State);
    }

    private static Task PollAsync(House house) => house.Get<PollMailboxes>().HandleAsync(CancellationToken.None);

    private static async Task<MailboxState> StateAsync(House house) =>
        (await house.Get<MailboxStore>().FindAsync("support", CancellationToken.None)).State;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private (string, string)[] Mailbox(string user, string authority, string secret = TokenAuthority.Secret) =>
    [
        ("Mailbox__support__Host", "localhost"), ("Mailbox__support__Port", Number(postfix.Users.TlsPort)), ("Mailbox__support__User", user),
        ("Mailbox__support__TenantId", "tenant"), ("Mailbox__support__ClientId", "client"), ("Mailbox__support__ClientSecret", secret),
        (House.TokensFrom, authority),
    ];

    private (string, string)[] Smtp(string user, string authority) =>
    [
        ("MailDelivery", "smtp"), ("SmtpHost", "localhost"), ("SmtpPort", Number(postfix.Port(PostfixDoor.SignIn))), ("SmtpUser", user),
        ("SmtpTenantId", "tenant"), ("SmtpClientId", "client"), ("SmtpClientSecret", TokenAuthority.Secret), (House.TokensFrom, authority),
    ];

    private Task<House> OpenAsync((string, string)[] settings) => House.OpenAsync(azurite.NewAccount(), null, settings);
}
