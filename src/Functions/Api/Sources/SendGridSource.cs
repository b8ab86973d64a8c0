using System.Text.Json;
using Mailroom.Core.Mail;
using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Api.Sources;

/// <summary>SendGrid Inbound Parse with "POST the raw, full MIME message": the form's field email, and envelope as JSON. Retries on 5xx only.</summary>
internal sealed class SendGridSource : MailSource
{
    private const string Raw = "email";
    private const string Envelope = "envelope";

    internal override string Name => "sendgrid";

    internal override async Task<Posting> ReadAsync(HttpRequest request, string secret, CancellationToken cancellation) =>
        await PostedForm.ReadAsync(request, Raw, [Envelope], RawMail.HardBound, cancellation) switch
        {
            PostedForm.TooLarge => new Posting.TooLarge(),
            PostedForm.Fields form when form.Mail is { } raw => new Posting.Mail(raw, EnvelopeOf(form.Text(Envelope))),
            PostedForm.Fields => new Posting.NotRaw(Raw),
            _ => new Posting.Broken(),
        };

    private static MailEnvelope EnvelopeOf(string? json)
    {
        try
        {
            return JsonSerializer.Deserialize<Told>(json ?? "{}", Answer.Json) is { } told
                ? MailEnvelope.Of(told.From, told.To?.OfType<string>() ?? [])
                : MailEnvelope.Unknown;
        }
        catch (JsonException)
        {
            // The mail counts, not what stands around it.
            return MailEnvelope.Unknown;
        }
    }

    private sealed record Told(string? From, IReadOnlyList<string?>? To);
}
