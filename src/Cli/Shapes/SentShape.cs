using System.Text.Json;

namespace Mailroom.Cli.Shapes;

/// <summary>What became of a mail that was sent in; the ending is null where nobody waited for it.</summary>
internal sealed record SentShape(
    string File,
    bool Ok,
    string? Error,
    string? Sha256 = null,
    bool? IsNew = null,
    string? Ending = null,
    string? Rule = null,
    string? Reason = null,
    string? Ticket = null)
{
    internal SentShape Ended(JsonElement ledger) => this with
    {
        Ending = ledger.GetProperty("ending").GetString(),
        Rule = ledger.GetProperty("rule").GetString(),
        Reason = ledger.GetProperty("reason").GetString(),
        Ticket = ledger.GetProperty("ticket").GetString(),
    };
}
