using Mailroom.Core.Effects;
using Mailroom.Core.Tickets;
using Mailroom.LocalHost.Running;
using Mailroom.LocalHost.Settings;
using Mailroom.Pipeline.Adapters.Clock;
using Mailroom.Pipeline.Handlers;

namespace Mailroom.LocalHost.Demo;

/// <summary>The acts of the demonstration. Each starts from what is there, so that a second start goes on.</summary>
internal sealed class DemoPlay(DataFolder data, FastClock clock, DemoReader reader, DemoStory story, Sweep sweep)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>By then, in product time since the start, the urgent promises are broken and the evening digest is out.</summary>
    private static readonly TimeSpan FirstStop = TimeSpan.FromMinutes(135);
    private static readonly TimeSpan LastStop = TimeSpan.FromMinutes(300);

    /// <summary>Plays all acts.</summary>
    public async Task<DemoTally> RunAsync(double fast, CancellationToken cancellation)
    {
        var opening = SampleLetters.Wave(answers: false);
        var answers = SampleLetters.Wave(answers: true);
        var start = clock.GetUtcNow();
        Screen.Marked($"[bold]1. {opening.Count} letters come in[/] ({story.Moment(start)})");
        var snapshot = await WorkAsync(opening, _ => null, cancellation);
        story.Letters(opening, snapshot);

        Screen.Marked($"[bold]2. {answers.Count} letters answer what we wrote[/]");
        snapshot = await WorkAsync(answers, file => AcknowledgementOf(file, snapshot), cancellation);
        story.Letters(answers, snapshot);

        Screen.Marked($"[bold]3. Nobody answers them: the clock runs {fast:0} times faster, from {story.Moment(clock.GetUtcNow())}[/]");
        snapshot = await PassTimeAsync(fast, cancellation);
        story.Escalations(snapshot);
        DemoStory.Promises(snapshot);

        Screen.Marked("[bold]4. The digests[/]");
        DemoStory.Digests(snapshot);
        return DemoTally.Of([.. opening, .. answers], snapshot);
    }

    private static SentMail? AcknowledgementOf(string file, DemoSnapshot snapshot) =>
        snapshot.Find(file)?.Row.Ticket is { } number && snapshot.Tickets.TryGetValue(number, out var ticket)
            ? ticket.Outbox.Where(o => o.Mail.Kind == OutgoingKind.Acknowledgement)
                .Select(o => snapshot.Sent.GetValueOrDefault(o.Mail.MessageId))
                .FirstOrDefault(m => m is not null)
            : null;

    private async Task<DemoSnapshot> WorkAsync(
        IReadOnlyList<string> files, Func<string, SentMail?> acknowledgementOf, CancellationToken cancellation)
    {
        var fed = files.Where(f => Feed(f, acknowledgementOf)).ToList();
        var ended = 0;
        DemoSnapshot? snapshot = null;
        await Screen.WithProgressAsync("Working them", files.Count, () => ended, async () =>
        {
            var start = TimeProvider.System.GetTimestamp();
            while (snapshot is null && TimeProvider.System.GetElapsedTime(start) < Patience)
            {
                await Task.Delay(Look, cancellation);
                var ledger = await reader.LedgerAsync(cancellation);
                var known = new DemoSnapshot(ledger, new Dictionary<string, DemoTicket>(), [], new Dictionary<string, SentMail>(), 0);
                ended = fed.Count(known.IsEnded);
                if (ended == fed.Count && await reader.ReadAsync(cancellation) is { IsQuiet: true } quiet)
                {
                    snapshot = quiet;
                }
            }
        });
        return snapshot ?? await reader.ReadAsync(cancellation);
    }

    /// <summary>Puts a letter into the pickup folder, whole or not at all, unless it was put there before.</summary>
    private bool Feed(string file, Func<string, SentMail?> acknowledgementOf)
    {
        Directory.CreateDirectory(data.Pickup);
        var target = Path.Combine(data.Pickup, file);
        if (File.Exists(target) || File.Exists(Path.Combine(data.Pickup, "done", file)))
        {
            return true;
        }

        var (filled, missing) = Placeholders.Fill(File.ReadAllBytes(Path.Combine(SampleLetters.Folder, file)), acknowledgementOf);
        if (filled is null)
        {
            Screen.Line($"  {file} answers the acknowledgement of {missing}, which was not sent: it is left out.");
            return false;
        }

        var hidden = Path.Combine(data.Pickup, "." + file);
        File.WriteAllBytes(hidden, filled);
        File.Move(hidden, target);
        return true;
    }

    private async Task<DemoSnapshot> PassTimeAsync(double fast, CancellationToken cancellation)
    {
        var stop = DemoRun.Origin + FirstStop;
        while (true)
        {
            await PassAsync(stop, fast, cancellation);

            // The clock goes slowly again, and what waits for the next sweep need not wait a minute.
            await sweep.HandleAsync(cancellation);
            var snapshot = await QuietAsync(cancellation);
            var rungs = snapshot.Tickets.Values.Sum(t => t.Events.OfType<TicketEvent.LadderReached>().Count());
            if ((rungs >= 3 && snapshot.Digests.Count > 0) || stop >= DemoRun.Origin + LastStop)
            {
                return snapshot;
            }

            stop += TimeSpan.FromMinutes(30);
        }
    }

    private async Task PassAsync(DateTimeOffset stop, double fast, CancellationToken cancellation)
    {
        var start = clock.GetUtcNow();
        if (start >= stop)
        {
            return;
        }

        clock.SetSpeed(fast);
        await Screen.WithProgressAsync(
            $"Until {story.Moment(stop)}",
            (stop - start).TotalMinutes,
            () => (clock.GetUtcNow() - start).TotalMinutes,
            async () =>
            {
                while (clock.GetUtcNow() < stop)
                {
                    await Task.Delay(Look, cancellation);
                }
            });
        clock.SetSpeed(1);
    }

    private async Task<DemoSnapshot> QuietAsync(CancellationToken cancellation)
    {
        var start = TimeProvider.System.GetTimestamp();
        var snapshot = await reader.ReadAsync(cancellation);
        while (!snapshot.IsQuiet && TimeProvider.System.GetElapsedTime(start) < Patience)
        {
            await Task.Delay(Look, cancellation);
            snapshot = await reader.ReadAsync(cancellation);
        }

        return snapshot;
    }
}
