using Mailroom.Core.Effects;
using Mailroom.Pipeline.Adapters.Tables;

namespace Mailroom.Functions.Api.Shapes;

/// <summary>A mail of a ticket's outbox, as the API shows it.</summary>
/// <param name="Id">Its id, by which it is sent again.</param>
/// <param name="Kind">What it is.</param>
/// <param name="To">Who it goes to.</param>
/// <param name="State">How far it is; "parked" waits for a person, "waiting" for its reader's hours.</param>
/// <param name="Attempt">The attempt that is next, under way or was the last.</param>
/// <param name="NotBefore">When the next attempt may start; null when nothing is waited for.</param>
/// <param name="EndedAt">When it was sent or set aside.</param>
/// <param name="Reason">Why it waits or was set aside.</param>
internal sealed record MailShape(
    string Id,
    OutgoingKind Kind,
    IReadOnlyList<AddressShape> To,
    OutboxState State,
    int Attempt,
    DateTimeOffset? NotBefore,
    DateTimeOffset? EndedAt,
    string Reason)
{
    /// <summary>The mail to the same reader that tells this notice; null unless its state is "told".</summary>
    public string? ToldBy { get; init; }

    internal static MailShape Of(OutboxRow row) => new(
        row.Mail.Id,
        row.Mail.Kind,
        [.. row.Mail.To.Select(a => new AddressShape(a.Name, a.Address))],
        row.State,
        row.Attempt,
        row.NotBefore,
        row.EndedAt,
        row.Reason)
    {
        ToldBy = row.ToldBy.Length > 0 ? row.ToldBy : null,
    };
}
