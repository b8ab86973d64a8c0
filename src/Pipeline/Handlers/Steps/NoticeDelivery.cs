using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Logs;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>Tells each reader in one mail what waited for them: the sweep's part of an escalation.</summary>
/// <remarks>
/// A notice's outbox row says which mail tells it before that mail is written, and it counts as told only when that mail names it. So a run that
/// died anywhere is finished by the next, and nothing is told twice.
/// </remarks>
public sealed class NoticeDelivery(
    NoticeStore notices, TicketStore tickets, OutboxStore outbox, PipelineQueues queues, HouseRules house, TimeProvider clock, ILogger<NoticeDelivery> logger)
{
    /// <summary>The most notices that one mail tells; what is left is the next sweep's.</summary>
    public const int MostInOneMail = 500;

    private const string NoLongerTrue = "It was no longer true when its reader's hours began: somebody had answered, solved or taken the ticket.";

    /// <summary>Tells everybody what is due by now.</summary>
    /// <returns>How many mails were ordered.</returns>
    public async Task<int> DeliverAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var ordered = 0;
        foreach (var due in (await notices.DueAsync(now, cancellation)).GroupBy(d => d.Reader, StringComparer.Ordinal))
        {
            try
            {
                ordered += await DeliverAsync(due.Key, [.. due], now, cancellation);
            }
#pragma warning disable CA1031 // One reader who cannot be told must not keep the others from being told.
            catch (Exception e) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
            {
                logger.NoticesFailed(e, due.Key);
            }
        }

        return ordered;
    }

    private async Task<int> DeliverAsync(string reader, IReadOnlyList<DueReader> due, DateTimeOffset now, CancellationToken cancellation)
    {
        var waiting = await notices.WaitingAsync(reader, now, MostInOneMail, cancellation);
        List<Open> open = [];
        List<WaitingNotice> done = [];
        foreach (var entry in waiting)
        {
            var stored = await tickets.LoadAsync(entry.Ticket, cancellation);
            var row = stored.Outbox.FirstOrDefault(o => o.Mail.Id == entry.MailId);
            if (row is null || await IsDoneAsync(row, reader, cancellation))
            {
                done.Add(entry);
            }
            else if (Notice.Now(stored.History, row.Mail, now, house.Policy) is { } notice)
            {
                open.Add(new(entry, row, notice));
            }
            else if (await outbox.MoveAsync(row with { State = OutboxState.Dropped, EndedAt = now, Reason = NoLongerTrue }, cancellation) is not null)
            {
                done.Add(entry);
            }
        }

        var isOrdered = open.Count switch
        {
            0 => false,
            1 => await ReleaseAsync(open[0], cancellation),
            _ => await TellTogetherAsync(reader, open, now, cancellation),
        };
        await notices.RemoveAsync(reader, isOrdered ? done.Concat(open.Select(o => o.Entry)) : done, cancellation);
        if (waiting.Count < MostInOneMail && (isOrdered || open.Count == 0))
        {
            foreach (var entry in due)
            {
                await notices.DoneAsync(entry, cancellation);
            }
        }

        if (isOrdered)
        {
            logger.NoticesTold(reader, open.Count);
        }

        return isOrdered ? 1 : 0;
    }

    // Nothing is left to be said: it was told, or goes out by itself.
    private async Task<bool> IsDoneAsync(OutboxRow row, string reader, CancellationToken cancellation)
    {
        var mail = row.State == OutboxState.Told ? await outbox.FindAsync(NoticeStore.PartitionOf(reader), row.ToldBy, cancellation)
            : row.State == OutboxState.Waiting ? null
            : row;
        if (mail is null || !row.Mail.Tells.All(mail.Mail.Tells.Contains))
        {
            return false;
        }

        if (mail.State == OutboxState.Pending)
        {
            // Its pointer may have been lost.
            await queues.SendAsync(new OutgoingPointer(1, mail.Partition, mail.Mail.Id, mail.Attempt), TimeSpan.Zero, cancellation);
        }

        return true;
    }

    private async Task<bool> ReleaseAsync(Open one, CancellationToken cancellation)
    {
        var (row, mail) = (one.Row, Escalation.Write(one.Notice, one.Row.Mail.Id, one.Row.Mail.To[0], house));
        if (await outbox.MoveAsync(row with { State = OutboxState.Pending, Mail = mail, ToldBy = "" }, cancellation) is null)
        {
            return false;
        }

        await queues.SendAsync(new OutgoingPointer(1, row.Partition, mail.Id, row.Attempt), TimeSpan.Zero, cancellation);
        return true;
    }

    private async Task<bool> TellTogetherAsync(string reader, List<Open> open, DateTimeOffset now, CancellationToken cancellation)
    {
        var (partition, to) = (NoticeStore.PartitionOf(reader), open[0].Row.Mail.To[0]);
        var id = house.Key.Derive("notices", [reader, .. open.Select(o => o.Row.Mail.Id)]);
        foreach (var one in open)
        {
            if (await outbox.MoveAsync(one.Row with { State = OutboxState.Told, ToldBy = id, EndedAt = now }, cancellation) is null)
            {
                // Somebody else is at it: the next run reads again how it stands.
                return false;
            }
        }

        var mail = EscalationList.Write(Notice.Together(open.Select(o => o.Notice)), id, to, house);
        await outbox.AddAsync(partition, mail, cancellation);
        await queues.SendAsync(new OutgoingPointer(1, partition, id, 1), TimeSpan.Zero, cancellation);
        return true;
    }

    private sealed record Open(WaitingNotice Entry, OutboxRow Row, Notice Notice);
}
