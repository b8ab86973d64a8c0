using System.Globalization;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Intake;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;
using Mailroom.LocalHost.Running;
using Mailroom.Pipeline.Adapters.Tables;

namespace Mailroom.LocalHost.Demo;

/// <summary>Tells what happened, line by line, from the state that is there.</summary>
/// <param name="zone">The company's time zone.</param>
internal sealed class DemoStory(TimeZoneInfo zone)
{
    /// <summary>A product moment in the company's time.</summary>
    public string Moment(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("ddd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>One line for each letter of a wave.</summary>
    public void Letters(IReadOnlyList<string> files, DemoSnapshot snapshot)
    {
        foreach (var file in files)
        {
            Screen.Line($"  {file,-38} {Ending(file, snapshot)}");
        }

        Screen.Line();
    }

    /// <summary>The deadlines that came near or broke, in order.</summary>
    public void Escalations(DemoSnapshot snapshot)
    {
        var rungs = snapshot.Tickets.Values
            .SelectMany(t => t.Events.OfType<TicketEvent.LadderReached>().Select(rung => (Of: t, Rung: rung)))
            .OrderBy(r => r.Rung.At);
        foreach (var (ticket, rung) in rungs)
        {
            var told = ticket.Outbox.Where(o => o.Mail.Tells.Contains(rung.MailId) && o.Mail.To.Count > 0).ToList();
            var to = told.Count == 0 ? "" : " -> " + string.Join(", ", told.Select(Told));
            Screen.Line(
                $"  {Moment(rung.At)}  {ticket.Ticket.Number}  {ticket.Ticket.Priority}  {Deadline(rung.Deadline)}, {Rung(rung)} "
                + $"(due {Moment(rung.Due)}){to}");
        }

        Screen.Line();
    }

    /// <summary>What else the customers were written, beside the acknowledgements.</summary>
    public static void Promises(DemoSnapshot snapshot)
    {
        var sent = snapshot.Outbox.Where(o => o.State == OutboxState.Sent).Select(o => o.Mail.Kind).ToList();
        Screen.Line($"  New promises before the first one broke: {sent.Count(k => k == OutgoingKind.NewPromise)}. Further mails acknowledged: {sent.Count(k => k == OutgoingKind.FollowUp)}.");
        Screen.Line();
    }

    /// <summary>The digests.</summary>
    public static void Digests(DemoSnapshot snapshot)
    {
        foreach (var digest in snapshot.Digests)
        {
            var subject = snapshot.Sent.TryGetValue(digest.Mail.MessageId, out var sent) ? sent.Subject : digest.State.ToString();
            Screen.Line($"  {string.Join(", ", digest.Mail.To.Select(a => a.Address))}: {subject}");
        }

        Screen.Line();
    }

    private static string Told(OutboxRow notice) => notice.Mail.To[0].Address
        + (notice.State == OutboxState.Told ? " (in a list)" : notice.State == OutboxState.Waiting ? " (when they work again)" : "");

    private static string Rung(TicketEvent.LadderReached rung) =>
        rung.Percent switch
        {
            0 when rung.Round > 1 => $"on call again, reminder {rung.Round - 1}",
            0 => "on call at once",
            < 100 => $"{rung.Percent}% used",
            100 => "broken",
            _ => $"{rung.Percent}%, still open",
        };

    private static string Deadline(DeadlineKind kind) => kind switch
    {
        DeadlineKind.FirstResponse => "first response",
        DeadlineKind.NextResponse => "next response",
        DeadlineKind.Resolution => "resolution",
        DeadlineKind.Regulatory => "regulatory term",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private string Ending(string file, DemoSnapshot snapshot)
    {
        if (snapshot.Find(file) is not var (row, isFirst) || row.Ending is not { } ending)
        {
            return "still under way";
        }

        return !isFirst ? $"the same mail as {row.Sources[0]}: nothing more is done"
            : ending == MailEnding.Ticket && Ticket(row, snapshot) is { } ticket ? Opened(ticket)
            : row.Ticket is { } number ? $"{ending.ToString().ToLowerInvariant()} {number}: {row.Reason}"
            : $"{ending.ToString().ToLowerInvariant()}: {row.Reason}";
    }

    private static DemoTicket? Ticket(LedgerRow row, DemoSnapshot snapshot) =>
        row.Ticket is { } number && snapshot.Tickets.TryGetValue(number, out var ticket) ? ticket : null;

    private string Opened(DemoTicket ticket)
    {
        var language = ticket.Ticket.Language == ReplyLanguage.Chinese ? "zh" : "en";
        var promise = ticket.Events.OfType<TicketEvent.Promised>().FirstOrDefault() is { } promised
            ? $"answer by {Moment(promised.By)}{(IsSent(ticket) ? "" : " (not sent)")}"
            : "no acknowledgement";
        return $"ticket {ticket.Ticket.Number}  {ticket.Ticket.Category,-20} {ticket.Ticket.Priority}  {language}  {promise}";
    }

    private static bool IsSent(DemoTicket ticket) =>
        ticket.Outbox.Any(o => o.Mail.Kind == OutgoingKind.Acknowledgement && o.State == OutboxState.Sent);
}
