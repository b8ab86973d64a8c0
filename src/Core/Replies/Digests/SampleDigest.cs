using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;
using Mailroom.Core.Tickets.Promises;

namespace Mailroom.Core.Replies.Digests;

/// <summary>A digest to look at: a made-up afternoon of a manager of two teams.</summary>
internal static class SampleDigest
{
    private static readonly (string Zh, string En)[] Agents = [("王芳", "Amy Wong"), ("陈立", "Tom Baker"), ("刘洋", "Sara Lee")];

    private static readonly (string Zh, string En)[] Subjects =
        [("三天了还没到账", "Sent three days ago, still not there"), ("麻烦尽快处理", "Please look into this soon"), ("为什么扣了我两次？", "Why was I charged twice?"), ("一直没有人回复我", "Nobody has answered me yet")];

    /// <summary>The sample.</summary>
    /// <param name="ticket">A ticket that the others are made of.</param>
    /// <param name="language">The manager's language.</param>
    /// <param name="house">Policy and key.</param>
    public static OutgoingMail Of(Ticket ticket, ReplyLanguage language, HouseRules house)
    {
        var at = ticket.ResponseDue!.Value.AddMinutes(1);
        var team = house.Policy.Team(ticket.Team);
        var second = house.Policy.Teams.FirstOrDefault(t => t.Name != team.Name) ?? team;
        var digest = DigestPolicy.Usual([team], house.Policy.Company)[0] with
        {
            Manager = language == ReplyLanguage.Chinese ? team.Manager : team.Manager with { Name = "Grace Zhou" },
            Language = language,
            Teams = [.. new[] { team.Name, second.Name }.Distinct()],
        };
        var tickets = new SampleTickets(ticket, at, language, house);
        List<Ticket> open =
        [
            ticket,
            tickets.Make(1, team, -26, Priority.P3, 0) with { Status = TicketStatus.Open },
            tickets.Make(2, second, -3, Priority.P2, null),
            tickets.Make(3, second, -1, Priority.P3, 1),
            .. Enumerable.Range(4, 9).Select(i => tickets.Make(i, i % 3 == 0 ? second : team, (i - 3) * 1.2, i % 4 == 0 ? Priority.P4 : Priority.P3, i % 4 == 3 ? null : i % 4)),
        ];
        var facts = new DigestFacts
        {
            At = at,
            PublicAddress = house.PublicAddress ?? new Uri("https://mail.example.com/"),
            Open = open,
            Answers = [.. Enumerable.Range(1, 240).Select(i => new AnswerGiven(at.AddHours(-i), i % 3 == 0 ? second.Name : team.Name, Name(i % 3, language)))],
            Promises = [.. open.Select((t, i) => new TeamPromise(t.Team, new(t.Category, t.Language, at.AddDays(-2), at.AddDays(-1), i % 5 == 1 ? PromiseState.Broken : PromiseState.Kept)))],
            Breakers = [Breaker.Opened(new BreakerRecord("shop.example"), house.Policy.Budget.PerDomain[0], at.AddHours(-1))],
            Ledger = new(new DateTimeOffset(at.UtcDateTime.Date, TimeSpan.Zero).AddDays(-1), 412, 411, [ticket.OriginMail], 1),
        };
        var last = new DigestSnapshot(at.AddHours(-8), [open[1].Number.Value], [.. open.Skip(5).Select(t => t.Number.Value), "MR-SOLVED"]);
        return Digest.Write(new(digest, at), facts, last, house)!;
    }

    private static string Name(int agent, ReplyLanguage language) => language == ReplyLanguage.Chinese ? Agents[agent].Zh : Agents[agent].En;

    private sealed class SampleTickets(Ticket first, DateTimeOffset at, ReplyLanguage language, HouseRules house)
    {
        public Ticket Make(int n, TeamPolicy team, double dueInHours, Priority priority, int? agent)
        {
            var category = house.Policy.Categories.Where(c => c.Team == team.Name).ElementAtOrDefault(n % 3) ?? house.Policy.Category(first.Category);
            return first with
            {
                Number = TicketNumber.Derive(house.Key, "sample digest", n),
                Team = team.Name,
                Category = category.Code,
                Subject = language == ReplyLanguage.Chinese ? Subjects[n % Subjects.Length].Zh : Subjects[n % Subjects.Length].En,
                Priority = priority,
                Assignee = agent is { } who ? Name(who, language) : null,
                OpenedAt = at.AddHours(-2 * n),
                ResponseDue = at.AddHours(dueInHours),
                ResolutionDue = at.AddDays(3),
            };
        }
    }
}
