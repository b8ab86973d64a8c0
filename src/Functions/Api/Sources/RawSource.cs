using Mailroom.Core.Mail;
using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Api.Sources;

/// <summary>A Cloudflare Email Worker or anything else that posts message/rfc822, the envelope in X-Envelope-From and X-Envelope-To.</summary>
internal sealed class RawSource(string name) : MailSource
{
    private const string From = "X-Envelope-From";
    private const string To = "X-Envelope-To";

    internal override string Name => name;

    internal override async Task<Posting> ReadAsync(HttpRequest request, string secret, CancellationToken cancellation)
    {
        var sender = request.Headers.TryGetValue(From, out var from) ? from.ToString() : null;
        var recipients = request.Headers[To].SelectMany(v => (v ?? "").Split(','));
        return await RawMail.SpoolAsync(request, RawMail.HardBound, cancellation) is { } raw
            ? new Posting.Mail(raw, MailEnvelope.Of(sender, recipients))
            : new Posting.TooLarge();
    }
}
