using System.Text;
using System.Text.Json;
using Mailroom.Core.Mail;
using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Api.Sources;

/// <summary>Postmark's inbound webhook with "Include raw email content": JSON with RawEmail. 403 gives up, all else but 200 is tried again.</summary>
internal sealed class PostmarkSource : MailSource
{
    private const string Raw = "RawEmail";

    internal override string Name => "postmark";

    internal override int GiveUp(int refusal) => StatusCodes.Status403Forbidden;

    internal override async Task<Posting> ReadAsync(HttpRequest request, string secret, CancellationToken cancellation)
    {
        if (await RawMail.ReadAsync(request, RawMail.HardBound, cancellation) is not { } body)
        {
            return new Posting.TooLarge();
        }

        try
        {
            using var json = JsonDocument.Parse(body.ToMemory());
            return json.RootElement.ValueKind != JsonValueKind.Object
                ? new Posting.Broken()
                : Text(json.RootElement, Raw) is { } raw
                    ? new Posting.Mail(await RawMail.SpoolAsync(request, Encoding.UTF8.GetBytes(raw), cancellation), EnvelopeOf(json.RootElement))
                    : new Posting.NotRaw(Raw);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Invalid JSON, or a text with half a character in it.
            return new Posting.Broken();
        }
    }

    // Postmark names the recipient of the envelope and not its sender.
    private static MailEnvelope EnvelopeOf(JsonElement json) =>
        MailEnvelope.Of(null, Text(json, "OriginalRecipient") is { } recipient ? [recipient] : []);

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
