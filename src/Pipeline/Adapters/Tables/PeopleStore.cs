using Azure;
using Azure.Data.Tables;
using Mailroom.Core.Policy;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Json;
using Mailroom.Pipeline.Adapters.Storage;

namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>Table People, by hashed address: who may be written to automatically, and in which language.</summary>
public sealed class PeopleStore(StorageClients storage, HouseRules house)
{
    private readonly CheckedTable _table = new(storage.Table(StorageNames.People));

    /// <summary>A person's row; an empty one for somebody new.</summary>
    public async Task<Person> FindAsync(string addressKey, CancellationToken cancellation)
    {
        var (partition, row) = KeyOf(addressKey);
        return await _table.FindAsync(partition, row, cancellation) is not { } entity
            ? new Person(null, null, [])
            : new Person(
                Enum.TryParse<ReplyLanguage>(entity.GetString("Language"), out var language) ? language : null,
                entity.GetDateTimeOffset("MutedUntil"),
                MailroomJson.Read<List<Acknowledged>>(entity.GetString("Acknowledged") ?? "[]"))
            {
                Tickets = MailroomJson.Read<List<RecentTicket>>(entity.GetString("Tickets") ?? "[]"),
                MutedWhy = entity.GetString("MutedWhy") ?? "",
                ETag = entity.ETag,
            };
    }

    /// <summary>Writes a person's row over the one that was read; false when it moved meanwhile.</summary>
    public async Task<bool> SaveAsync(string addressKey, Person person, CancellationToken cancellation)
    {
        var (partition, row) = KeyOf(addressKey);
        var entity = new TableEntity(partition, row)
        {
            ["Language"] = person.Language?.ToString() ?? "",
            ["Acknowledged"] = MailroomJson.Write(person.Acknowledged),
            ["Tickets"] = MailroomJson.Write(person.Tickets),
        };
        if (person.MutedUntil is { } until)
        {
            entity["MutedUntil"] = until;
            entity["MutedWhy"] = person.MutedWhy;
        }

        return person.ETag is { } seen
            ? await _table.ReplaceAsync(entity, seen, cancellation) is not null
            : await _table.InsertAsync(entity, cancellation);
    }

    // With the house's secret: a plain hash of an address is found again by anyone who can guess addresses.
    private (string Partition, string Row) KeyOf(string addressKey)
    {
        var id = house.Key.Derive("person", addressKey);
        return ($"p|{id[..2]}", id);
    }
}

/// <summary>What is remembered of an address.</summary>
/// <param name="Language">The language of its last mail.</param>
/// <param name="MutedUntil">Until when nothing automatic goes there, after a hard bounce.</param>
/// <param name="Acknowledged">Its acknowledgements of the last day.</param>
public sealed record Person(ReplyLanguage? Language, DateTimeOffset? MutedUntil, IReadOnlyList<Acknowledged> Acknowledged)
{
    /// <summary>The last tickets that it opened, oldest first.</summary>
    public IReadOnlyList<RecentTicket> Tickets { get; init; } = [];

    /// <summary>Which bounce muted it; empty when none did.</summary>
    public string MutedWhy { get; init; } = "";

    /// <summary>The budgets' view of it.</summary>
    public AddressMemory Memory => new([.. Acknowledged.Select(a => new GrantedAcknowledgement(a.At, a.Print))], MutedUntil, MutedWhy);

    /// <summary>The row's version; null for somebody new.</summary>
    internal ETag? ETag { get; init; }
}

/// <summary>An acknowledgement that was granted.</summary>
/// <param name="At">When.</param>
/// <param name="Mail">SHA-256 of the mail it answers: the same mail is granted it again, not another.</param>
/// <param name="Print">The fingerprint of what that mail said; null when it said nothing.</param>
public sealed record Acknowledged(DateTimeOffset At, string Mail, string? Print = null);
