using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mailroom.Core.Mail;
using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Api.Sources;

/// <summary>A Mailgun route whose address ends in "mime": the form's field body-mime, signed. 406 gives up, all else but 200 is tried again.</summary>
/// <remarks>The route's address is api/mail/mailgun?mime, which ends as Mailgun asks.</remarks>
internal sealed class MailgunSource(TimeProvider clock) : MailSource
{
    private const string Raw = "body-mime";

    // Mailgun tries for eight hours, perhaps with the first try's signature: a shorter time would lose mail after an outage.
    private static readonly TimeSpan Oldest = TimeSpan.FromHours(9);
    private static readonly TimeSpan Newest = TimeSpan.FromMinutes(5);

    internal override string Name => "mailgun";

    internal override int GiveUp(int refusal) => StatusCodes.Status406NotAcceptable;

    internal override bool IsShown(HttpRequest request, string secret) => true;

    internal override async Task<Posting> ReadAsync(HttpRequest request, string secret, CancellationToken cancellation) =>
        await PostedForm.ReadAsync(
            request, Raw, ["sender", "recipient", "timestamp", "token", "signature"], RawMail.HardBound, cancellation) switch
        {
            PostedForm.TooLarge => new Posting.TooLarge(),
            PostedForm.Fields form when !IsSigned(form, secret) => new Posting.WrongSignature(),
            PostedForm.Fields form when form.Mail is { } raw =>
                new Posting.Mail(raw, MailEnvelope.Of(form.Text("sender"), (form.Text("recipient") ?? "").Split(','))),
            PostedForm.Fields => new Posting.NotRaw(Raw),
            _ => new Posting.Broken(),
        };

    private bool IsSigned(PostedForm.Fields form, string key)
    {
        if (form.Text("timestamp") is not { } timestamp || form.Text("token") is not { } token || form.Text("signature") is not { } signature)
        {
            return false;
        }

        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(timestamp + token)));
        return ShownSecret.IsSame(signature.ToLowerInvariant(), expected) && IsFresh(timestamp);
    }

    private bool IsFresh(string timestamp)
    {
        // Whoever signs lives in real time, also while a demonstration's clock runs fast.
        var now = Pipeline.Adapters.Clock.FastClock.RealNow(clock).ToUnixTimeSeconds();
        return long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var signed)
            && signed >= now - (long)Oldest.TotalSeconds
            && signed <= now + (long)Newest.TotalSeconds;
    }
}
