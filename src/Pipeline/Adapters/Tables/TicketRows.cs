using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Mailroom.Core.Effects;
using Mailroom.Core.Intake;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Json;

namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>The rows of a ticket's partition: header, events, inbox, used links, outbox, in this order.</summary>
internal static class TicketRows
{
    public const string Header = "0";
    public const string EventPrefix = "e|";
    public const string InboxPrefix = "i|";
    public const string LinkPrefix = "l|";
    public const string OutboxPrefix = "o|";

    /// <summary>Behind the last row of a ticket.</summary>
    public const string End = "p";

    /// <summary>Behind the last event.</summary>
    public const string EventEnd = "f";

    /// <summary>Before every ticket's partition.</summary>
    public const string PartitionStart = "t|";

    /// <summary>Behind every ticket's partition.</summary>
    public const string PartitionEnd = "t}";

    public static string PartitionOf(TicketNumber number) => PartitionStart + number.Value;

    public static string InboxKey(string sha256) => InboxPrefix + sha256;

    public static string OutboxKey(string mailId) => OutboxPrefix + mailId;

    public static TableEntity OfTicket(Ticket ticket)
    {
        var row = new TableEntity(PartitionOf(ticket.Number), Header)
        {
            ["Version"] = ticket.Version,
            ["Status"] = ticket.Status.ToString(),
            ["OriginMail"] = ticket.OriginMail,
        };
        JsonColumns.Write(row, MailroomJson.Write(ticket));
        return row;
    }

    public static Ticket ReadTicket(TableEntity row) => MailroomJson.Read<Ticket>(JsonColumns.Read(row));

    public static TableEntity OfEvent(TicketNumber number, int sequence, TicketEvent happened)
    {
        var row = new TableEntity(PartitionOf(number), string.Create(CultureInfo.InvariantCulture, $"{EventPrefix}{sequence:D10}"))
        {
            ["Type"] = TicketEventJson.NameOf(happened),
            ["Format"] = TicketEventJson.Version,
            ["At"] = happened.At,
        };
        JsonColumns.Write(row, TicketEventJson.Write(happened));
        return row;
    }

    public static TicketEvent ReadEvent(TableEntity row) =>
        TicketEventJson.Read(row.GetString("Type") ?? "", row.GetInt32("Format") ?? 0, JsonColumns.Read(row));

    public static TableEntity OfInbox(TicketNumber number, InboxEntry entry) =>
        new(PartitionOf(number), InboxKey(entry.Sha256))
        {
            ["FirstEvent"] = entry.FirstEvent,
            ["LastEvent"] = entry.LastEvent,
            ["Ending"] = entry.Ending.ToText(),
            ["Rule"] = entry.Rule,
            ["Reason"] = entry.Reason,
        };

    public static InboxEntry ReadInbox(TableEntity row) => new(
        row.RowKey[InboxPrefix.Length..],
        row.GetInt32("FirstEvent") ?? 0,
        row.GetInt32("LastEvent") ?? 0,
        MailEndingText.Parse(row.GetString("Ending")) ?? MailEnding.Ticket,
        row.GetString("Rule") ?? "",
        row.GetString("Reason") ?? "");

    public static TableEntity OfLink(TicketNumber number, UsedLink link) =>
        new(PartitionOf(number), LinkPrefix + link.Id) { ["At"] = link.At, ["Event"] = link.Event };

    public static UsedLink ReadLink(TableEntity row) =>
        new(row.RowKey[LinkPrefix.Length..], row.GetDateTimeOffset("At") ?? default, row.GetInt32("Event") ?? 0);

    public static TableEntity OfOutbox(OutboxRow outbox)
    {
        var row = new TableEntity(outbox.Partition, OutboxKey(outbox.Mail.Id))
        {
            ["State"] = outbox.State.ToString().ToLowerInvariant(),
            ["Attempt"] = outbox.Attempt,
            ["Reason"] = outbox.Reason,
            ["Holder"] = outbox.Holder,
        };
        if (outbox.EarlierAttempts > 0)
        {
            row["EarlierAttempts"] = outbox.EarlierAttempts;
        }

        if (outbox.ToldBy.Length > 0)
        {
            row["ToldBy"] = outbox.ToldBy;
        }

        AddMoment(row, "LeaseUntil", outbox.LeaseUntil);
        AddMoment(row, "NotBefore", outbox.NotBefore);
        AddMoment(row, "EndedAt", outbox.EndedAt);
        JsonColumns.Write(row, MailroomJson.Write(outbox.Mail));
        return row;
    }

    public static OutboxRow ReadOutbox(TableEntity row) => new(
        row.PartitionKey,
        MailroomJson.Read<OutgoingMail>(JsonColumns.Read(row)),
        Enum.TryParse<OutboxState>(row.GetString("State"), ignoreCase: true, out var state)
            ? state
            : throw new JsonException($"The outbox row {row.RowKey} has no known state."),
        row.GetInt32("Attempt") ?? 1)
    {
        EarlierAttempts = row.GetInt32("EarlierAttempts") ?? 0,
        LeaseUntil = row.GetDateTimeOffset("LeaseUntil"),
        NotBefore = row.GetDateTimeOffset("NotBefore"),
        EndedAt = row.GetDateTimeOffset("EndedAt"),
        Reason = row.GetString("Reason") ?? "",
        ToldBy = row.GetString("ToldBy") ?? "",
        Holder = row.GetString("Holder") ?? "",
        ETag = row.ETag,
    };

    private static void AddMoment(TableEntity row, string column, DateTimeOffset? moment)
    {
        if (moment is { } at)
        {
            row[column] = at;
        }
    }
}
