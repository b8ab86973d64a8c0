using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Mailroom.Core.Intake;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Json;
using Mailroom.Pipeline.Adapters.Storage;

namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>Table MailIndex: Message-ID to ticket. An insert is a claim, and keeps the decision that was made with it.</summary>
public sealed class MailIndexStore(StorageClients storage)
{
    private readonly CheckedTable _table = new(storage.Table(StorageNames.MailIndex));

    /// <summary>The claim on a Message-ID; null when nobody has one.</summary>
    public async Task<MailClaim?> FindAsync(string messageId, CancellationToken cancellation)
    {
        var (partition, row) = KeyOf(messageId);
        return await _table.FindAsync(partition, row, cancellation) is { } entity ? Read(entity) : null;
    }

    /// <summary>Claims a Message-ID; false when somebody has it.</summary>
    public Task<bool> ClaimAsync(string messageId, MailClaim claim, CancellationToken cancellation) =>
        _table.InsertAsync(Write(messageId, claim), cancellation);

    /// <summary>Moves a claim of one's own to another ticket number.</summary>
    public Task MoveAsync(string messageId, MailClaim claim, CancellationToken cancellation) =>
        _table.UpsertAsync(Write(messageId, claim), cancellation);

    private static (string Partition, string Row) KeyOf(string messageId)
    {
        // Some relays change the case of ids. Two ids that differ in nothing else do not occur.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId.Trim().ToLowerInvariant())));
        return ($"m|{hash[..2]}", hash);
    }

    private static TableEntity Write(string messageId, MailClaim claim)
    {
        var (partition, row) = KeyOf(messageId);
        var (action, linked, may) = claim.Decision switch
        {
            IntakeDecision.Open open => ("open", open.LinkedTo, open.MayAcknowledge),
            IntakeDecision.Join join => ("join", null, join.MayAcknowledge),
            IntakeDecision.Note => ("note", (TicketNumber?)null, false),
            _ => throw new NotSupportedException($"A decision to {claim.Decision.GetType().Name} claims no ticket."),
        };
        var entity = new TableEntity(partition, row)
        {
            ["Ticket"] = claim.Ticket.Value,
            ["Sha256"] = claim.Sha256,
            ["Sender"] = claim.Sender,
            ["Print"] = claim.Print,
            ["Action"] = action,
            ["Rule"] = claim.Decision.Rule,
            ["Reason"] = claim.Decision.Reason,
            ["LinkedTo"] = linked?.Value ?? "",
            ["MayAcknowledge"] = may,
            ["Named"] = (claim.Decision as IntakeDecision.Open)?.Named?.Value ?? "",
            ["Evidence"] = Evidence(claim.Decision) is { } evidence ? MailroomJson.Write(evidence) : "",
        };
        if (claim.Decision is IntakeDecision.Open { AskedAt: { } askedAt })
        {
            entity["AskedAt"] = askedAt;
        }

        return entity;
    }

    private static JoinEvidence? Evidence(IntakeDecision decision) => decision switch
    {
        IntakeDecision.Open open => open.Evidence,
        IntakeDecision.Join join => join.Evidence,
        _ => null,
    };

    private static MailClaim Read(TableEntity row)
    {
        var rule = row.GetString("Rule") ?? "";
        var reason = row.GetString("Reason") ?? "";
        var ticket = Number(row, "Ticket") ?? throw new InvalidOperationException($"The claim {row.RowKey} names no ticket.");
        var evidence = row.GetString("Evidence") is { Length: > 0 } json ? MailroomJson.Read<JoinEvidence>(json) : null;
        IntakeDecision decision = row.GetString("Action") switch
        {
            "join" => new IntakeDecision.Join(rule, reason, ticket)
            {
                Evidence = evidence,
                MayAcknowledge = row.GetBoolean("MayAcknowledge") ?? false,
            },
            "note" => new IntakeDecision.Note(rule, reason, ticket),
            _ => new IntakeDecision.Open(rule, reason, Number(row, "LinkedTo"), row.GetBoolean("MayAcknowledge") ?? false)
            {
                Evidence = evidence,
                Named = Number(row, "Named"),
                AskedAt = row.GetDateTimeOffset("AskedAt"),
            },
        };
        return new MailClaim(ticket, row.GetString("Sha256") ?? "", row.GetString("Sender") ?? "", row.GetString("Print") ?? "", decision);
    }

    private static TicketNumber? Number(TableEntity row, string column) =>
        TicketNumber.TryParse(row.GetString(column), out var number) ? number : null;
}

/// <summary>A mail's place: the ticket it goes to, and the decision that says so, made once however often the mail is delivered.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Sha256">The mail.</param>
/// <param name="Sender">Its sender's address key; empty when it names none.</param>
/// <param name="Print">The print of its content (<see cref="Core.Mail.LetterPrint"/>).</param>
/// <param name="Decision">To open, join or note.</param>
public sealed record MailClaim(TicketNumber Ticket, string Sha256, string Sender, string Print, IntakeDecision Decision);
