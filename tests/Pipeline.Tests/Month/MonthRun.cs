using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;

namespace Mailroom.Pipeline.Tests.Month;

/// <summary>Lives through the month: the clock jumps from deed to deed and, where something is due, to the end of each half hour.</summary>
internal sealed class MonthRun(House house, IReadOnlyList<MonthDeed> deeds)
{
    /// <summary>How often the timers look. The product looks every minute; what is told must not depend on it.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromMinutes(30);

    private const int AtOnce = 6;

    private readonly Dictionary<int, TicketNumber> _numbers = [];
    private readonly Dictionary<int, int> _letters = [];
    private readonly List<WrittenDigests> _digests = [];
    private readonly List<(DateTimeOffset At, IReadOnlyList<Ticket> Tickets)> _shown = [];
    private bool _hasMail;
    private DateTimeOffset? _next;

    /// <summary>The digests of each moment at which they are due, in order.</summary>
    public IReadOnlyList<WrittenDigests> Digests => _digests;

    /// <summary>The tickets as they were shown every Monday and at the end.</summary>
    public IReadOnlyList<(DateTimeOffset At, IReadOnlyList<Ticket> Tickets)> Shown => _shown;

    /// <summary>How many mails were handed in.</summary>
    public int Letters => _letters.Values.Sum();

    /// <summary>Lives from the month's beginning to its end.</summary>
    public async Task LiveAsync()
    {
        var ahead = new Queue<MonthDeed>(deeds);
        for (var end = MonthPlan.Begin + Look; end <= MonthPlan.End; end += Look)
        {
            while (ahead.TryPeek(out var deed) && deed.At <= end)
            {
                house.Clock.Set(deed.At);
                await DoAsync(ahead.Dequeue());
            }

            house.Clock.Set(end);
            await WorkAsync();
            if (await IsAnythingDueAsync(end))
            {
                await house.SweepAsync();
                (_hasMail, _next) = (true, null);
                await WorkAsync();
            }

            await WriteDigestsAsync(end);
            if (end == MonthPlan.End || (end.DayOfWeek == DayOfWeek.Monday && Local(end) is { Hours: 14, Minutes: 0 }))
            {
                _shown.Add((end, await house.Get<ViewStore>().SinceAsync(MonthPlan.Begin, CancellationToken.None).ToListAsync()));
            }
        }
    }

    private async Task DoAsync(MonthDeed deed)
    {
        switch (deed.Kind)
        {
            case MonthDeedKind.Letter:
                await BringAsync(deed.Ticket, MonthLetters.First(deed.Ticket));
                break;
            case MonthDeedKind.Reply:
                await WorkAsync();
                var told = house.Sender.Sent.Last(m => m.Kind == OutgoingKind.Acknowledgement && m.To[0].Address == MonthLetters.Customer(deed.Ticket));
                await BringAsync(deed.Ticket, MonthLetters.Reply(deed.Ticket, _letters[deed.Ticket], told.ReplyTo!.Address, told.MessageId));
                break;
            case MonthDeedKind.Take or MonthDeedKind.Answer or MonthDeedKind.Pause or MonthDeedKind.GoOn or MonthDeedKind.Raise or MonthDeedKind.Solve:
                await WorkAsync();
                await house.Get<SteerTicket>().HandleAsync(await NumberAsync(deed.Ticket), Wish(deed), new SeenTicket(), CancellationToken.None);
                (_hasMail, _next) = (true, null);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(deed), deed.Kind, "Nobody does this.");
        }
    }

    private static TicketCommand Wish(MonthDeed deed)
    {
        var (at, agent) = (deed.At, $"agent{deed.Ticket % 7}");
        return deed.Kind switch
        {
            MonthDeedKind.Take => new TicketCommand.Assign(at, agent, agent, ""),
            MonthDeedKind.Answer => new TicketCommand.NoteAgentReply(at, agent, $"answer{deed.Ticket}.{at.UtcTicks}@desk.example"),
            MonthDeedKind.Pause => new TicketCommand.Pause(at, agent, "waiting for papers"),
            MonthDeedKind.GoOn => new TicketCommand.EndPause(at, agent, "they came by post"),
            MonthDeedKind.Raise => new TicketCommand.Prioritise(at, agent, Priority.P2, "much money"),
            MonthDeedKind.Solve => new TicketCommand.Resolve(at, agent),
            MonthDeedKind.Letter or MonthDeedKind.Reply => throw new ArgumentOutOfRangeException(nameof(deed), deed.Kind, "Customers do this."),
            _ => throw new ArgumentOutOfRangeException(nameof(deed), deed.Kind, "Nobody does this."),
        };
    }

    private async Task BringAsync(int ticket, string letter)
    {
        await house.AcceptAsync(letter);
        _letters[ticket] = _letters.GetValueOrDefault(ticket) + 1;
        (_hasMail, _next) = (true, null);
    }

    private async Task<TicketNumber> NumberAsync(int ticket)
    {
        if (!_numbers.TryGetValue(ticket, out var number))
        {
            var sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(MonthLetters.First(ticket))));
            var row = await house.RowAsync(sha);
            Assert.True(TicketNumber.TryParse(row?.Ticket, out number), $"Letter {ticket} has no ticket: {row?.Ending} {row?.Reason}");
            _numbers.Add(ticket, number);
        }

        return number;
    }

    // Like the host: some messages of a queue at once.
    private async Task WorkAsync()
    {
        while (_hasMail)
        {
            _hasMail = false;
            await AllAsync<MailPointer>("mail-received", (m, c) => house.Get<ReceiveMail>().HandleAsync(m, c));
            await AllAsync<OutgoingPointer>("mail-outgoing", (m, c) => house.Get<DeliverMail>().HandleAsync(m, c));
        }
    }

    private async Task AllAsync<T>(string queue, Func<T, CancellationToken, Task> handle)
    {
        var messages = await house.TakeAsync<T>(queue);
        _hasMail |= messages.Count > 0 && typeof(T) == typeof(MailPointer);
        await Parallel.ForEachAsync(messages, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (m, c) => await handle(m, c));
    }

    // Asked again only after something has happened, and when offices open: then waiting notices are told.
    private async Task<bool> IsAnythingDueAsync(DateTimeOffset now)
    {
        if (_next is null)
        {
            _next = DateTimeOffset.MaxValue;
            await foreach (var row in house.Get<DueStore>().DueAsync(MonthPlan.End, CancellationToken.None))
            {
                _next = row.At < _next ? row.At : _next;
            }
        }

        return _next <= now || Local(now) is { Hours: 9 or 13, Minutes: 0 };
    }

    private async Task WriteDigestsAsync(DateTimeOffset now)
    {
        if (Local(now) is { Hours: 9 or 12, Minutes: 0 } or { Hours: 17, Minutes: 30 })
        {
            var mails = await house.Get<WriteDigests>().HandleAsync(now, CancellationToken.None);
            _digests.Add(new(now, mails));
            _hasMail |= mails.Count > 0;
            await WorkAsync();
        }
    }

    private static TimeSpan Local(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).TimeOfDay;
}

/// <summary>The digests that a look wrote.</summary>
/// <param name="At">The look.</param>
/// <param name="Mails">What was written; none where none was due.</param>
internal sealed record WrittenDigests(DateTimeOffset At, IReadOnlyList<OutgoingMail> Mails);
