using System.Globalization;
using Mailroom.Core.Effects;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies.Digests;

/// <summary>Writes the managers' digests: what is overdue, what will be, who has how much, and the proof that no mail was lost.</summary>
/// <remarks>
/// Template values, all strings unless said: <c>company</c>; <c>name</c> (the manager's, may be empty); <c>at</c> (moment with date);
/// <c>nextShift</c> (moment); <c>allClear</c> (bool: nothing to tell, and told for that); <c>overdueCount</c>; <c>soonCount</c>; <c>inTimeCount</c> and
/// <c>laterCount</c> (may be empty for none); <c>overdue</c> and <c>soon</c> (lists of objects: <c>ticket</c>, <c>priority</c>, <c>category</c>,
/// <c>team</c>, <c>subject</c>, <c>due</c>, <c>span</c> (empty below a minute), <c>isResolution</c> (bool), <c>why</c>, <c>who</c> (may be empty),
/// <c>turn</c> (when its turn comes; may be empty), <c>assignUrl</c>, <c>extendUrl</c>, <c>escalateUrl</c> (empty where there is no public address)), soonest first and bounded; <c>moreOverdue</c> and <c>moreSoon</c> (how many were left out; empty
/// for none); <c>pace</c> (list of sentences); <c>teams</c> (list of objects: <c>team</c>, <c>total</c>, <c>urgent</c>, <c>overdue</c>, <c>bar</c>);
/// <c>agents</c> (list of objects: <c>agent</c> (empty for nobody), <c>open</c>, <c>overdue</c>, <c>answered</c>); <c>changes</c> (sentence, may be empty);
/// <c>promises</c> (sentence, may be empty), <c>promiseRows</c> (list of objects: <c>category</c>, <c>language</c>, <c>kept</c>, <c>bar</c>: broken of all);
/// <c>calendarGaps</c> (list of objects: <c>calendar</c>, <c>year</c>); <c>breakerOfAll</c> (bool) and <c>breakerDomains</c> (empty for none):
/// whose acknowledgements are held; <c>ledger</c> (sentence, may be empty), <c>unaccounted</c> (list of ids), <c>deadLetters</c> (empty for none).
/// </remarks>
public static class Digest
{
    /// <summary>The most tickets that a list shows: mail programs cut what is over about 100 KB.</summary>
    public const int MostRows = 25;

    private const int MostAgents = 20;
    private const int MostPromises = 20;

    /// <summary>The digest of one manager; null when there is nothing to tell and no all-clear is due.</summary>
    /// <param name="order">For whom, and for which moment.</param>
    /// <param name="facts">What is so.</param>
    /// <param name="last">The manager's last digest; null when there was none.</param>
    /// <param name="house">Policy and key.</param>
    public static OutgoingMail? Write(DigestOrder order, DigestFacts facts, DigestSnapshot? last, HouseRules house)
    {
        var (digest, support) = (order.For, house.Policy.Company.SupportAddress);
        var content = DigestContent.Of(digest, facts, last, house.Policy);
        if (!content.SaysSomething && !order.IsAllClear)
        {
            return null;
        }

        var id = house.Key.Derive("digest", order.Moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture), digest.Manager.Key);
        return new()
        {
            Id = id,
            Kind = OutgoingKind.Digest,
            To = [digest.Manager],
            From = support,
            Language = digest.Language,
            MessageId = $"{id}.digest@{support.Domain}",
            Values = Values(content, digest, facts.PublicAddress, house),
        };
    }

    private static Dictionary<string, object?> Values(DigestContent content, DigestPolicy digest, Uri? site, HouseRules house)
    {
        var policy = house.Policy;
        var words = new DigestWords(digest, policy, content.At);
        var (overdue, soon) = (content.Overdue, content.BreaksSoon);
        return new(StringComparer.Ordinal)
        {
            ["company"] = policy.Company.Name.For(digest.Language),
            ["name"] = digest.Manager.Name,
            ["at"] = words.Stamp(content.At),
            ["nextShift"] = words.At(content.NextShift),
            ["allClear"] = !content.SaysSomething,
            ["overdueCount"] = Told(overdue.Count),
            ["soonCount"] = Told(soon.Count),
            ["inTimeCount"] = ToldAbove0(content.InTime),
            ["laterCount"] = ToldAbove0(content.LateLater),
            ["overdue"] = overdue.Take(MostRows).Select(Shown).ToList(),
            ["soon"] = soon.Take(MostRows).Select(Shown).ToList(),
            ["moreOverdue"] = ToldAbove0(overdue.Count - MostRows),
            ["moreSoon"] = ToldAbove0(soon.Count - MostRows),
            ["pace"] = content.Forecasts.Where(f => f.Queue.Count > 0).Select(words.Pace).ToList(),
            ["teams"] = content.Teams.Select(words.Team).ToList(),
            ["agents"] = content.Agents.Take(MostAgents).Select(DigestWords.Agent).ToList(),
            ["changes"] = content.Changes is { } changes ? words.Changes(changes) : "",
            ["promises"] = words.Promises(content.Promises.Total),
            ["promiseRows"] = content.Promises.Rows.Where(r => r.Counts.KeptShare is not null).Take(MostPromises).Select(words.Promise).ToList(),
            ["calendarGaps"] = content.CalendarGaps.Select(gap => Row(("calendar", gap.Calendar), ("year", Told(gap.Year)))).ToList(),
            ["breakerOfAll"] = content.Breakers.Any(b => b.IsForAll),
            ["breakerDomains"] = string.Join(", ", content.Breakers.Where(b => !b.IsForAll).Select(b => b.Scope)),
            ["ledger"] = content.Ledger is { } proof ? words.Ledger(proof) : "",
            ["unaccounted"] = content.Ledger?.Unaccounted.ToList() ?? [],
            ["deadLetters"] = ToldAbove0(content.Ledger?.DeadLetters ?? 0),
        };

        Dictionary<string, object?> Shown(ForecastTicket row) => new(
            words.Row(row).Concat(DigestLinks.Purposes.Select(purpose => KeyValuePair.Create(purpose + "Url", (object?)(site is null
                ? ""
                : DigestLinks.AddressOf(site, DigestLinks.Allowed(purpose, row.Ticket.Number, digest, content.At, house.Key), house.Key))))),
            StringComparer.Ordinal);
    }

    internal static Dictionary<string, object?> Row(params (string Name, object? Value)[] values) =>
        values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);

    internal static string Told(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string ToldAbove0(int number) => number > 0 ? Told(number) : "";
}

/// <summary>A digest to be written.</summary>
/// <param name="For">Whose.</param>
/// <param name="Moment">The moment that it is due at: with the manager the mail's identity.</param>
/// <param name="IsAllClear">True when the manager hears even that there is nothing to tell.</param>
public sealed record DigestOrder(DigestPolicy For, DateTimeOffset Moment, bool IsAllClear = false);
