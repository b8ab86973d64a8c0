using System.Text.RegularExpressions;
using Mailroom.Core.Policy;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Functions.Desk;
using Mailroom.Functions.Desk.Pages;
using Mailroom.Pipeline.Adapters.Tables;

namespace Mailroom.Functions.Tests.Desk;

public sealed partial class DeskPagesTests
{
    private const string Hostile = "\"><img src=x onerror=alert(1)><script>alert(2)</script>";

    private static readonly TicketQuery Open = new(null, false, 50, null);

    [Fact]
    public void The_queue_shows_what_is_due_in_words_and_marks_what_is_overdue()
    {
        var page = Queue(ReplyLanguage.English, Samples.Ticket);

        Assert.Contains(Samples.Number.Value, page, StringComparison.Ordinal);
        Assert.Contains("Refund", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"due over\">1 h overdue</span>", page, StringComparison.Ordinal);
        Assert.Contains("Fri 20 Nov, 09:00", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_queue_in_Chinese_is_Chinese_throughout()
    {
        var page = Queue(ReplyLanguage.Chinese, Samples.Ticket);

        Assert.Contains("<html lang=\"zh-CN\">", page, StringComparison.Ordinal);
        Assert.Contains("已超时 1 小时", page, StringComparison.Ordinal);
        Assert.Contains("11月20日 周五 09:00", page, StringComparison.Ordinal);
        Assert.Empty(EnglishWords(page));
    }

    [Fact]
    public void The_queue_in_English_is_English_throughout()
    {
        var page = Queue(ReplyLanguage.English, Samples.Ticket with { Subject = "Refund", Requester = new("Lin", "lin@mail.example") });

        Assert.Equal(["中文"], ChineseWords(page));
    }

    [Fact]
    public void One_ticket_in_English_is_English_throughout()
    {
        var page = Ticket(
            ReplyLanguage.English,
            Samples.Ticket with { Subject = "Refund", Requester = new("Lin", "lin@mail.example") },
            [.. Samples.Events.Where(e => e is not TicketEvent.Opened and not TicketEvent.CustomerWrote)]);

        Assert.Equal(["中文"], ChineseWords(page));
    }

    [Fact]
    public void One_ticket_shows_every_event_of_its_history()
    {
        var page = Ticket(ReplyLanguage.English, Samples.Ticket, Samples.Events);

        Assert.Contains("read as “Refund” (82% sure), priority P2, for Payments", page, StringComparison.Ordinal);
        Assert.Contains("promises a person&#x27;s answer by Fri 20 Nov, 09:00", page, StringComparison.Ordinal);
        Assert.Contains("automatic reply", page, StringComparison.Ordinal);
        Assert.Contains("could not be delivered to lin@mail.example (5.1.1)", page, StringComparison.Ordinal);
        Assert.Contains("warning at 75 % of the time", page, StringComparison.Ordinal);
        Assert.Contains("overdue; done as the ladder says", page, StringComparison.Ordinal);
        Assert.Contains("The customer wrote again.", page, StringComparison.Ordinal);
        Assert.Contains("mei answered the customer.", page, StringComparison.Ordinal);
        Assert.Contains("mei marked the matter as solved.", page, StringComparison.Ordinal);
        Assert.Contains("88.00 CNY", page, StringComparison.Ordinal);
        Assert.Contains("the amount", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_a_customer_writes_becomes_markup()
    {
        var ticket = Samples.Ticket with { Subject = Hostile, Requester = new(Hostile, Hostile), Assignee = Hostile };
        var hostile = Samples.Understanding with { Excerpt = Hostile, Evidence = [Hostile], Entities = new(Hostile, Hostile, Hostile) };
        var opened = ((TicketEvent.Opened)Samples.Events[0]) with { Understanding = hostile, Why = Hostile };

        var pages = Queue(ReplyLanguage.English, ticket) + Ticket(ReplyLanguage.Chinese, ticket, [opened]);

        Assert.DoesNotContain("<img", pages, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", pages, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_queue_says_so()
    {
        var page = Queue(ReplyLanguage.Chinese);

        Assert.Contains("队列是空的。", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<table", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReplyLanguage.English, "All acknowledgements are held", "Acknowledgements to shop.example are held")]
    [InlineData(ReplyLanguage.Chinese, "受理回执已全部暂停", "发往 shop.example 的受理回执已暂停")]
    public void An_open_breaker_stands_on_top_until_it_is_released(ReplyLanguage language, string ofAll, string ofDomain)
    {
        var limit = new BudgetLimit(1, TimeSpan.FromHours(1));
        BreakerRecord[] open = [Breaker.Opened(new(BreakerRecord.All), limit, Samples.Now), Breaker.Opened(new("shop.example"), limit, Samples.Now)];
        BreakerRecord[] released = [.. open.Select(b => Breaker.Released(b, "mei", "done", drop: false, Samples.Now)!)];

        var page = QueuePage.Show(View(language) with { Breakers = open }, Open, new TicketPage([], null), []).Document.ToString();

        Assert.Contains(ofAll, page, StringComparison.Ordinal);
        Assert.Contains(ofDomain, page, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"alert\"", QueuePage.Show(View(language) with { Breakers = released }, Open, new TicketPage([], null), []).Document.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_page_keeps_team_state_and_language()
    {
        var query = new TicketQuery("payments", true, 50, null);
        var page = QueuePage.Show(View(ReplyLanguage.Chinese), query, new TicketPage([Samples.Ticket], "a/b=c"), []).Document.ToString();

        Assert.Contains("href=\"/?state=resolved&amp;team=payments&amp;after=a%2Fb%3Dc&amp;lang=zh\"", page, StringComparison.Ordinal);
    }

    private static string Queue(ReplyLanguage language, params Ticket[] tickets) =>
        QueuePage.Show(View(language), Open, new TicketPage(tickets, null), []).Document.ToString();

    private static string Ticket(ReplyLanguage language, Ticket ticket, IReadOnlyList<TicketEvent> events) =>
        OneTicketPage.Show(View(language), ticket, events).Document.ToString();

    private static DeskView View(ReplyLanguage language) => new(language, Samples.Policy, Samples.Now, "/");

    private static IEnumerable<string> EnglishWords(string page) => Words()
        .Matches(Tags().Replace(page, " ").Replace(Samples.Number.Value, "", StringComparison.Ordinal)).Select(m => m.Value)
        .Except(["Mailroom", "English", "lin", "mail", "example"]);

    private static IEnumerable<string> ChineseWords(string page) => Han().Matches(page).Select(m => m.Value);

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();

    [GeneratedRegex("[A-Za-z]{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+", RegexOptions.NonBacktracking)]
    private static partial Regex Han();
}
