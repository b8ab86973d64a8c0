using System.Globalization;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets.Promises;

namespace Mailroom.Core.Replies.Digests;

/// <summary>Words the rows and sentences of a digest in the manager's language and time zone.</summary>
internal sealed class DigestWords(DigestPolicy digest, SupportPolicy policy, DateTimeOffset now)
{
    // A turn so far away says "never" and not when.
    private const int FarthestTurn = 20;

    private readonly CompanyPolicy _reader = digest.AsRead(policy.Company);

    private bool IsChinese => digest.Language == ReplyLanguage.Chinese;

    /// <summary>A moment with its date.</summary>
    public string Stamp(DateTimeOffset at) => PromiseWording.Stamp(at, _reader, digest.Language);

    /// <summary>A moment as it is said today.</summary>
    public string At(DateTimeOffset at) => PromiseWording.At(at, now, _reader, digest.Language);

    /// <summary>A ticket of a list.</summary>
    public Dictionary<string, object?> Row(ForecastTicket row)
    {
        var ticket = row.Ticket;
        return Digest.Row(
            ("ticket", ticket.Number.Value),
            ("priority", ticket.Priority.ToString()),
            ("category", policy.Category(ticket.Category).Name.For(digest.Language)),
            ("team", policy.Team(ticket.Team).Title.For(digest.Language)),
            ("subject", ticket.Subject),
            ("due", At(row.Due)),
            ("span", PromiseWording.Span(row.Due - now, digest.Language)),
            ("isResolution", ticket.ResponseDue != row.Due),
            ("who", ticket.Assignee ?? ""),
            ("why", Why(OverdueCauses.Of(ticket))),
            ("turn", Turn(row)));
    }

    /// <summary>A team of the chart.</summary>
    public Dictionary<string, object?> Team(TeamLoad load) => Digest.Row(
        ("team", policy.Team(load.Team).Title.For(digest.Language)),
        ("total", Digest.Told(load.Open)),
        ("urgent", Digest.Told(load.Urgent)),
        ("overdue", Digest.Told(load.Overdue)),
        ("bar", $"{Digest.Told(load.Overdue)}/{Digest.Told(load.Open)}"));

    /// <summary>An agent's load.</summary>
    public static Dictionary<string, object?> Agent(AgentLoad load) => Digest.Row(
        ("agent", load.Agent ?? ""),
        ("open", Digest.Told(load.Open)),
        ("overdue", Digest.Told(load.Overdue)),
        ("answered", Digest.Told(load.Answered)));

    /// <summary>What the forecast of a team stands on.</summary>
    public string Pace(PaceForecast forecast)
    {
        var team = policy.Team(forecast.Team).Title.For(digest.Language);
        var rate = forecast.PerHour.ToString("0.0#", CultureInfo.InvariantCulture);
        var days = Digest.Told((int)PaceForecast.Window.TotalDays);
        return (IsChinese, forecast.Answers) switch
        {
            (true, 0) => $"{team}：过去 {days} 天没有答复过",
            (true, _) => $"{team}：过去 {days} 天平均每个工作小时答复 {rate} 次",
            (false, 0) => $"{team}: no answers in the last {days} days",
            _ => $"{team}: {rate} answers per working hour over the last {days} days",
        };
    }

    /// <summary>What has changed since the last digest.</summary>
    public string Changes(DigestChanges changes)
    {
        (int Count, string Zh, string En)[] parts =
        [
            (changes.New, "新增 {0}", "{0} new"),
            (changes.Reopened, "重新打开 {0}", "{0} reopened"),
            (changes.MovedIn, "转入 {0}", "{0} moved in"),
            (changes.Solved, "解决 {0}", "{0} solved"),
            (changes.MovedOut, "转出 {0}", "{0} moved out"),
            (changes.NewlyOverdue, "新超时 {0}", "{0} newly overdue"),
        ];
        var told = parts.Where(p => p.Count > 0).Select(p => string.Format(CultureInfo.InvariantCulture, IsChinese ? p.Zh : p.En, p.Count)).ToList();
        var since = At(changes.Since);
        return (IsChinese, told.Count) switch
        {
            (true, 0) => $"自上次摘要（{since}）以来没有变化。",
            (true, _) => $"自上次摘要（{since}）以来：{string.Join("，", told)}。",
            (false, 0) => $"Nothing has changed since the last digest ({since}).",
            _ => $"Since the last digest ({since}): {string.Join(", ", told)}.",
        };
    }

    /// <summary>How many promises were kept; empty where none is decided.</summary>
    public string Promises(PromiseCounts counts)
    {
        if (counts.KeptShare is not { } share)
        {
            return "";
        }

        var days = Digest.Told((int)DigestFacts.PromisesOf.TotalDays);
        var (kept, decided) = (Digest.Told(counts.Kept), Digest.Told(counts.Kept + counts.Broken));
        return IsChinese
            ? $"过去 {days} 天里对客户的答复承诺，{decided} 个已见分晓，兑现 {kept} 个（{Percent(share)}）。"
            : $"Of the answers promised to customers in the last {days} days, {decided} are decided and {kept} were kept ({Percent(share)}).";
    }

    /// <summary>The promises of one category in one language.</summary>
    public Dictionary<string, object?> Promise(PromiseRow row)
    {
        var decided = row.Counts.Kept + row.Counts.Broken;
        return Digest.Row(
            ("category", policy.Category(row.Category).Name.For(digest.Language)),
            ("language", (row.Language, IsChinese) switch
            {
                (ReplyLanguage.Chinese, true) => "中文",
                (ReplyLanguage.Chinese, false) => "Chinese",
                (_, true) => "英文",
                _ => "English",
            }),
            ("kept", $"{Percent(row.Counts.KeptShare ?? 0)} ({Digest.Told(row.Counts.Kept)}/{Digest.Told(decided)})"),
            ("bar", $"{Digest.Told(row.Counts.Broken)}/{Digest.Told(decided)}"));
    }

    /// <summary>The ledger's proof.</summary>
    public string Ledger(LedgerProof proof)
    {
        var to = At(proof.To);
        var (received, accounted) = (Digest.Told(proof.Received), Digest.Told(proof.Accounted));
        return IsChinese
            ? $"截至{to} 的 24 小时里，收到 {received} 封邮件，{accounted} 封有着落。"
            : $"{received} mails received, {accounted} accounted for, in the 24 hours up to {to}.";
    }

    // Never rounded up to all.
    private static string Percent(double share) => Math.Floor(share * 100).ToString("0", CultureInfo.InvariantCulture) + "%";

    private string Turn(ForecastTicket row)
    {
        var shifts = digest.Shifts(policy);
        return row.Needs is { } needs && needs <= shifts.OrdinaryDay * FarthestTurn ? At(shifts.Add(now, needs)) : "";
    }

    private string Why(OverdueCause cause) => (cause, IsChinese) switch
    {
        (OverdueCause.NeverTaken, true) => "无人认领",
        (OverdueCause.NeverTaken, false) => "nobody has taken it",
        (OverdueCause.TakenNotAnswered, true) => "已认领，尚未答复",
        (OverdueCause.TakenNotAnswered, false) => "taken, not answered",
        (OverdueCause.CustomerWaitsAgain, true) => "客户再次来信，等待答复",
        (OverdueCause.CustomerWaitsAgain, false) => "the customer wrote again and waits",
        (OverdueCause.Reopened, true) => "解决后被重新打开",
        (OverdueCause.Reopened, false) => "reopened after it was solved",
        (OverdueCause.OnHoldUnanswered, true) => "搁置中，客户仍在等待答复",
        (OverdueCause.OnHoldUnanswered, false) => "on hold, though the customer has no answer",
        (OverdueCause.NotSolved, true) => "已答复，尚未解决",
        (OverdueCause.NotSolved, false) => "answered, not solved",
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "No row words this cause."),
    };
}
