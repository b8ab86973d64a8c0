using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Json;
using Mailroom.Pipeline.Adapters.Storage;

namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>Table Views: what the desk lists, by due time.</summary>
public sealed class ViewStore(StorageClients storage, TicketStore tickets, HouseRules house)
{
    private const int Tries = 5;
    private const int MaxSize = 500;
    private readonly CheckedTable _table = new(storage.Table(StorageNames.Views));

    /// <summary>A page of tickets that are not resolved (or that are), soonest due first over all teams or of one.</summary>
    public async Task<TicketPage> ListAsync(TicketQuery query, CancellationToken cancellation)
    {
        var size = Math.Clamp(query.Size, 1, MaxSize);
        string[] teams = query.Team is { } team ? [team] : [.. house.Policy.Teams.Select(t => t.Name)];
        var pages = await Task.WhenAll(teams.Select(t => RowsAsync(PartitionOf(t, query.Resolved), query.Continuation, size, cancellation)));

        // Row keys begin with the moment, so the last one of a page is where the next page starts in every team's list.
        var rows = pages.SelectMany(p => p).OrderBy(r => r.RowKey, StringComparer.Ordinal).Take(size + 1).ToList();
        return new TicketPage(
            [.. rows.Take(size).Select(r => MailroomJson.Read<Ticket>(JsonColumns.Read(r)))],
            rows.Count > size ? rows[size - 1].RowKey : null);
    }

    /// <summary>Every ticket that was opened since a moment, each once as it was last shown, in no order.</summary>
    /// <remarks>
    /// It costs a request for each thousand tickets, at least two for each team. Solved tickets are read from the latest word of
    /// their customer back to the moment, so what is older costs nothing; every open one is read.
    /// </remarks>
    public async IAsyncEnumerable<Ticket> SinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Dictionary<string, Ticket> latest = new(StringComparer.Ordinal);
        await foreach (var ticket in OpenAndSolvedAsync(since, cancellation))
        {
            // A ticket that moved while its rows were read may be seen where it was and where it is.
            if (ticket.OpenedAt >= since && !(latest.TryGetValue(ticket.Number.Value, out var seen) && seen.Version >= ticket.Version))
            {
                latest[ticket.Number.Value] = ticket;
            }
        }

        foreach (var ticket in latest.Values)
        {
            yield return ticket;
        }
    }

    /// <summary>Every ticket that is not resolved, and the resolved ones whose customer wrote since a moment, team by team.</summary>
    /// <remarks>The same cost; nothing is held. A ticket that moves while the rows are read may be seen twice.</remarks>
    public async IAsyncEnumerable<Ticket> OpenAndSolvedAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var oldest = string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - since.UtcTicks + 1:D19}");
        foreach (var team in house.Policy.Teams)
        {
            var (open, resolved) = (PartitionOf(team.Name, resolved: false), PartitionOf(team.Name, resolved: true));
            foreach (var filter in (FormattableString[])[$"PartitionKey eq {open}", $"PartitionKey eq {resolved} and RowKey lt {oldest}"])
            {
                await foreach (var row in _table.QueryAsync(filter, null, cancellation))
                {
                    yield return MailroomJson.Read<Ticket>(JsonColumns.Read(row));
                }
            }
        }
    }

    /// <summary>Shows a ticket as it now stands, and no longer where it stood before.</summary>
    public async Task RefreshAsync(Ticket ticket, Ticket? before, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            await _table.UpsertAsync(RowOf(ticket), cancellation);
            if (before is not null && KeyOf(before) != KeyOf(ticket))
            {
                var (partition, row) = KeyOf(before);
                await _table.DeleteAsync(partition, row, cancellation);
            }

            // Another save may have shown a later version in between: the last one to write looks once more.
            var now = await tickets.FindHeaderAsync(ticket.Number, cancellation);
            if (now is null || now.Version == ticket.Version)
            {
                return;
            }

            (before, ticket) = (ticket, now);
        }
    }

    private static string PartitionOf(string team, bool resolved) => $"v|{team}|{(resolved ? "resolved" : "open")}";

    private static (string Partition, string Row) KeyOf(Ticket ticket)
    {
        var resolved = ticket.Status == TicketStatus.Resolved;

        // Solved tickets: the latest first. A ticket that nothing is due for stands last.
        var moment = resolved
            ? DateTimeOffset.MaxValue.UtcTicks - ticket.LastCustomerAt.UtcTicks
            : Sooner(ticket.ResponseDue, ticket.ResolutionDue)?.UtcTicks ?? DateTimeOffset.MaxValue.UtcTicks;
        return (PartitionOf(ticket.Team, resolved), string.Create(CultureInfo.InvariantCulture, $"{moment:D19}|{ticket.Number.Value}"));
    }

    private static DateTimeOffset? Sooner(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b : a;

    private static TableEntity RowOf(Ticket ticket)
    {
        var (partition, row) = KeyOf(ticket);
        var entity = new TableEntity(partition, row) { ["Version"] = ticket.Version };
        JsonColumns.Write(entity, MailroomJson.Write(ticket));
        return entity;
    }

    private async Task<IReadOnlyList<TableEntity>> RowsAsync(
        string partition, string? after, int size, CancellationToken cancellation)
    {
        List<TableEntity> rows = [];
        var start = after ?? "";
        await foreach (var row in _table.QueryAsync($"PartitionKey eq {partition} and RowKey gt {start}", size + 1, cancellation))
        {
            rows.Add(row);
            if (rows.Count > size)
            {
                break;
            }
        }

        return rows;
    }
}

/// <summary>What to list.</summary>
/// <param name="Team">One team; null for all.</param>
/// <param name="Resolved">True for resolved tickets.</param>
/// <param name="Size">At most so many, 1 to 500.</param>
/// <param name="Continuation">Where the page before ended; null for the first page.</param>
public sealed record TicketQuery(string? Team, bool Resolved, int Size, string? Continuation);

/// <summary>A page of tickets.</summary>
/// <param name="Tickets">The tickets.</param>
/// <param name="Continuation">Where the next page starts; null when this was the last.</param>
public sealed record TicketPage(IReadOnlyList<Ticket> Tickets, string? Continuation);
