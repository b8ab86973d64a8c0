using Mailroom.Core.Effects;
using Mailroom.Functions.Texts;
using Mailroom.Pipeline.Adapters.Mail.Writing;

namespace Mailroom.Functions.Api.Shapes;

/// <summary>A manager's digest as it would go out: its words, and the values that the template fills in.</summary>
internal sealed record DigestShape(
    string Id, IReadOnlyList<AddressShape> To, string Language, string MessageId, string Subject, string Text, IReadOnlyDictionary<string, object?> Values)
{
    internal static DigestShape Of(OutgoingMail mail, RenderedMail wording) => new(
        mail.Id,
        [.. mail.To.Select(a => new AddressShape(a.Name, a.Address))],
        Languages.Code(mail.Language),
        mail.MessageId,
        wording.Subject,
        wording.Text,
        mail.Values);
}

/// <summary>The digests of a moment; none for a manager with nothing to hear.</summary>
internal sealed record DigestListShape(DateTimeOffset At, IReadOnlyList<DigestShape> Digests);
