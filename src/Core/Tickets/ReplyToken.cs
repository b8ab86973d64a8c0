using System.Security.Cryptography;
using System.Text;
using Mailroom.Core.Mail;

namespace Mailroom.Core.Tickets;

/// <summary>The signed token that our mails carry in Message-ID and Reply-To, and that a reply brings back.</summary>
public static class ReplyToken
{
    /// <summary>The most characters of a mail id: with ticket and token they fill the 64 of a local part (RFC 5321 4.5.3.1.1).</summary>
    public const int LongestMailId = 26;

    // A hostile mail may name thousands of ids; each costs an HMAC.
    private const int MostPlaces = 100;
    private const int MostDeliveries = 5;
    private const int TokenLength = 26;
    private const int CompactLength = 10;
    private const int LongestLocalPart = 64;

    // Where receivers write down the recipient of the envelope; forwarding and blind copies leave the address nowhere else.
    private static readonly string[] DeliveryFields = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Forwarded-To"];

    /// <summary>The Message-ID, without angle brackets, of one outgoing mail: "{id}.{ticket}.{token}@domain".</summary>
    /// <exception cref="ArgumentException">The mail id is empty, too long or holds a character that no Message-ID may hold.</exception>
    public static string MessageId(SigningKey key, TicketNumber ticket, string mailId, string domain)
    {
        if (mailId.Length is 0 or > LongestMailId || !mailId.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            throw new ArgumentException($"A mail id has 1 to {LongestMailId} letters, digits and hyphens.", nameof(mailId));
        }

        return $"{mailId}.{Compact(ticket)}.{Sign(key, ticket)}@{domain}";
    }

    /// <summary>The support address with the token as plus part: "support+{ticket}-{token}@domain" (RFC 5233).</summary>
    public static MailAddress PlusAddress(SigningKey key, TicketNumber ticket, MailAddress support)
    {
        var at = support.Address.LastIndexOf('@');
        return support with { Address = $"{support.Address[..at]}+{Compact(ticket)}-{Sign(key, ticket)}{support.Address[at..]}" };
    }

    /// <summary>The tickets whose valid token a letter carries in its recipients, the envelope, In-Reply-To or References, with each place it stood in.</summary>
    /// <remarks>The reply address comes first, then the ids newest first: References hold the oldest first (RFC 5322 3.6.4).</remarks>
    public static IReadOnlyList<TokenProof> Find(SigningKey key, Letter letter) =>
        Places(letter)
            .Take(MostPlaces)
            .Select(p => Proven(key, p.Id) is { } ticket ? new TokenProof(ticket, p.Kind, p.Place) : null)
            .OfType<TokenProof>()
            .Distinct()
            .ToList();

    private static IEnumerable<(ProofKind Kind, string Place, string Id)> Places(Letter letter) =>
        letter.To.Select(a => (ProofKind.ReplyAddress, "To", a.Address))
            .Concat(letter.Cc.Select(a => (ProofKind.ReplyAddress, "Cc", a.Address)))
            .Concat(letter.Envelope.Recipients.Select(r => (ProofKind.ReplyAddress, "the envelope's recipient", r)))
            .Concat(DeliveryFields.SelectMany(f => letter.HeaderValues(f).Take(MostDeliveries).Select(v => (ProofKind.ReplyAddress, f, v.Trim('<', '>', ' ')))))
            .Concat(letter.InReplyTo.Reverse().Select(id => (ProofKind.TokenMessageId, "In-Reply-To", id)))
            .Concat(letter.References.Reverse().Select(id => (ProofKind.TokenMessageId, "References", id)));

    // The last characters before the "@" are "{ticket}.{token}" in a Message-ID, "+{ticket}-{token}" in an address.
    private static TicketNumber? Proven(SigningKey key, string text)
    {
        var local = text.Trim()[..Math.Max(0, text.Trim().LastIndexOf('@'))];
        const int Tail = CompactLength + 1 + TokenLength;
        if (local.Length is <= Tail or > LongestLocalPart || local[^(TokenLength + 1)] is not ('.' or '-') || local[^(Tail + 1)] is not ('.' or '+'))
        {
            return null;
        }

        return TicketNumber.TryParse(local[^Tail..^(TokenLength + 1)], out var ticket) && Matches(local[^TokenLength..], Sign(key, ticket))
            ? ticket
            : null;
    }

    private static string Compact(TicketNumber ticket) =>
        ticket.Value.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static string Sign(SigningKey key, TicketNumber ticket) => key.Derive("reply", ticket.Value);

    // Some gateways change the case of a local part; Crockford's digits survive that.
    private static bool Matches(string token, string expected) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(token.ToLowerInvariant()), Encoding.UTF8.GetBytes(expected));
}

/// <summary>Something that names a ticket, and where it was found.</summary>
/// <param name="Ticket">The ticket it names.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Place">The header it stood in, for the evidence.</param>
public sealed record TokenProof(TicketNumber Ticket, ProofKind Kind, string Place);
