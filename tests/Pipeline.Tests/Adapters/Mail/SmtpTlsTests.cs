using Mailroom.Core.Failures;
using Mailroom.Pipeline.Adapters.Mail;
using Mailroom.Support.Builders;
using Mailroom.Support.Smtp;
using Microsoft.Extensions.Options;

namespace Mailroom.Pipeline.Tests.Adapters.Mail;

/// <summary>Encryption and whom it is with, at a real server.</summary>
[Collection(SharedPostfix.Name)]
public sealed class SmtpTlsTests(PostfixServer server)
{
    [PostfixFact]
    public async Task STARTTLS_under_a_certificate_that_somebody_vouches_for_carries_the_mail() =>
        Assert.Contains("ESMTPS", await ArrivedAsync(PostfixDoor.StartTls, "starttls"), StringComparison.Ordinal);

    [PostfixFact]
    public async Task TLS_from_the_first_byte_carries_the_mail() =>
        Assert.Contains("ESMTPS", await ArrivedAsync(PostfixDoor.Tls, "tls"), StringComparison.Ordinal);

    [PostfixFact]
    public Task A_certificate_for_another_name_stops_the_mail_and_both_names_are_told() =>
        IsStoppedAsync(PostfixDoor.StartTls, "starttls", FailureKind.Unsafe, "its certificate is for localhost, not for 127.0.0.1", host: "127.0.0.1");

    [PostfixFact]
    public Task A_certificate_that_vouches_for_itself_stops_the_mail() =>
        IsStoppedAsync(PostfixDoor.SelfSigned, "starttls", FailureKind.Unsafe, "nobody whom this machine trusts vouches for its certificate");

    [PostfixFact]
    public Task A_certificate_that_is_out_of_date_stops_the_mail() =>
        IsStoppedAsync(PostfixDoor.Expired, "starttls", FailureKind.Unsafe, "which is not now");

    [PostfixFact]
    public Task A_server_without_STARTTLS_gets_no_mail_in_the_clear() =>
        IsStoppedAsync(PostfixDoor.Plain, "starttls", FailureKind.Unsafe, "STARTTLS");

    [PostfixFact]
    public Task A_server_that_takes_back_its_STARTTLS_is_asked_again_later() =>
        IsStoppedAsync(PostfixDoor.BrokenTls, "starttls", FailureKind.Temporary, "TLS not available");

    [PostfixFact]
    public Task A_server_that_does_not_speak_TLS_at_all_gets_no_mail() =>
        IsStoppedAsync(PostfixDoor.Plain, "tls", FailureKind.Unsafe, "");

    private static string NextId() => $"MR-7K3F-9QXA.{Guid.NewGuid():N}@wallet.example";

    private async Task<string> ArrivedAsync(PostfixDoor door, string security)
    {
        var id = NextId();
        await SendAsync("localhost", door, security, id);
        return await server.DeliveredAsync($"<{id}>");
    }

    private async Task IsStoppedAsync(PostfixDoor door, string security, FailureKind expected, string said, string host = "localhost")
    {
        var id = NextId();

        var failure = await Assert.ThrowsAsync<MailSendException>(() => SendAsync(host, door, security, id));

        Assert.Equal(expected, failure.Kind);
        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(id, server.Log(), StringComparison.Ordinal);
    }

    private async Task SendAsync(string host, PostfixDoor door, string security, string id)
    {
        var settings = Outgoing.Settings(server.Port(door));
        (settings.SmtpHost, settings.SmtpSecurity) = (host, security);
        await using var connections = new SmtpConnections(Outgoing.Door(settings), TimeProvider.System);
        await new SmtpSender(Options.Create(settings), Outgoing.Writer, connections)
            .SendAsync(Outgoing.Acknowledgement() with { MessageId = id }, CancellationToken.None);
    }
}
