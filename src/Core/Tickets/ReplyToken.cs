using Mailroom.Core.Mail;

namespace Mailroom.Core.Tickets;

/// <summary>The signed token that our mails carry in Message-ID and Reply-To, and that a reply brings back.</summary>
public static class ReplyToken
{
    /// <summary>The Message-ID, without angle brackets, of one outgoing mail: "{id}.{ticket}.{token}@domain".</summary>
    public static string MessageId(SigningKey key, TicketNumber ticket, string mailId, string domain) => throw new NotSupportedException();

    /// <summary>The support address with the token as plus part: "support+{ticket}-{token}@domain" (RFC 5233).</summary>
    public static MailAddress PlusAddress(SigningKey key, TicketNumber ticket, MailAddress support) => throw new NotSupportedException();

    /// <summary>The tickets whose valid token a letter carries in To, Cc, In-Reply-To or References, each with the place it stood in.</summary>
    public static IReadOnlyList<TokenProof> Find(SigningKey key, Letter letter) => throw new NotSupportedException();
}

/// <summary>A valid token and where it was found.</summary>
/// <param name="Ticket">The ticket it names.</param>
/// <param name="Place">The header it stood in, for the evidence.</param>
public sealed record TokenProof(TicketNumber Ticket, string Place);
