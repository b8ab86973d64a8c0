using Mailroom.Core.Effects;
using Mailroom.Functions.Texts;

namespace Mailroom.Functions.Api.Shapes;

/// <summary>A manager's digest as it would go out: what the template fills in.</summary>
internal sealed record DigestShape(
    string Id, IReadOnlyList<AddressShape> To, string Language, string MessageId, IReadOnlyDictionary<string, object?> Values)
{
    internal static DigestShape Of(OutgoingMail mail) => new(
        mail.Id,
        [.. mail.To.Select(a => new AddressShape(a.Name, a.Address))],
        Languages.Code(mail.Language),
        mail.MessageId,
        mail.Values);
}

/// <summary>The digests of a moment; none for a manager with nothing to hear.</summary>
internal sealed record DigestListShape(DateTimeOffset At, IReadOnlyList<DigestShape> Digests);
