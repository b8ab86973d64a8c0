using Mailroom.Core.Tickets;
using Mailroom.Functions.Texts;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Operations;

namespace Mailroom.Functions.Desk.Pages;

/// <summary>The queue: one line a ticket, what is due first on top.</summary>
internal static class QueuePage
{
    /// <summary>The page for a query and its answer.</summary>
    internal static DeskPage Show(DeskView view, TicketQuery query, TicketPage page, IReadOnlyList<MailboxReport> mailboxes)
    {
        var title = query.Resolved ? view.T("已解决", "Resolved") : view.T("待处理工单", "Open tickets");
        return new DeskPage(view.Language, title, view.Frame(Html.Of($"""
            {MailboxNotices.Banners(view, mailboxes)}
            <h1>{title}</h1>
            {Filters(view, query)}
            {(page.Tickets.Count == 0 ? Nothing(view, query) : Table(view, page.Tickets))}
            {Paging(view, query, page)}
            {MailboxNotices.List(view, mailboxes)}
            """)));
    }

    private static Html Filters(DeskView view, TicketQuery query) => Html.Of($"""
        <nav class="filters" aria-label="{view.T("筛选", "Filter")}">
        {Chip(view, view.T("待处理", "Open"), query with { Resolved = false }, !query.Resolved)}
        {Chip(view, view.T("已解决", "Resolved"), query with { Resolved = true }, query.Resolved)}
        <span class="gap"></span>
        {Chip(view, view.T("全部团队", "All teams"), query with { Team = null }, query.Team is null)}
        {view.Policy.Teams.Select(t => Chip(view, view.T(t.Title), query with { Team = t.Name }, query.Team == t.Name))}
        </nav>
        """);

    private static Html Chip(DeskView view, string text, TicketQuery query, bool current) => current
        ? Html.Of($"""<a class="chip on" aria-current="true" href="{Address(view, query, null)}">{text}</a>""")
        : Html.Of($"""<a class="chip" href="{Address(view, query, null)}">{text}</a>""");

    private static Html Table(DeskView view, IReadOnlyList<Ticket> tickets) => Html.Of($"""
        <table class="queue">
        <thead><tr>
        <th scope="col">{view.T("优先级", "Priority")}</th><th scope="col">{view.T("工单", "Ticket")}</th>
        <th scope="col">{view.T("客户", "Requester")}</th><th scope="col">{view.T("类别", "Category")}</th>
        <th scope="col">{view.T("状态", "Status")}</th><th scope="col">{view.T("期限", "Due")}</th>
        </tr></thead>
        <tbody>
        {tickets.Select(t => Row(view, t))}
        </tbody>
        </table>
        """);

    private static Html Row(DeskView view, Ticket ticket) => Html.Of($"""
        <tr>
        <td class="c-priority">{view.Badge(ticket.Priority)}</td>
        <td class="c-ticket"><a href="{view.Link($"/tickets/{ticket.Number}")}"><bdi>{Subject(view, ticket)}</bdi></a><span class="sub">{ticket.Number.Value}</span></td>
        <td class="c-who">{Requester(ticket)}</td>
        <td class="c-what">{view.Category(ticket.Category)}<span class="sub">{view.Team(ticket.Team)}</span></td>
        <td class="c-state">{view.T(Names.Of(ticket.Status))}</td>
        <td class="c-due">{(DeskView.NextDue(ticket) is { } due ? view.Due(due) : Html.Of($"—"))}</td>
        </tr>
        """);

    private static Html Requester(Ticket ticket) => ticket.Requester.Name.Length == 0
        ? Html.Of($"<bdi>{ticket.Requester.Address}</bdi>")
        : Html.Of($"""<bdi>{ticket.Requester.Name}</bdi><span class="sub"><bdi>{ticket.Requester.Address}</bdi></span>""");

    /// <summary>The subject as a line that can be clicked.</summary>
    internal static string Subject(DeskView view, Ticket ticket) =>
        string.IsNullOrWhiteSpace(ticket.Subject) ? view.T("（无主题）", "(no subject)") : ticket.Subject;

    private static Html Nothing(DeskView view, TicketQuery query) => Html.Of($"""
        <div class="empty"><p><strong>{(query.Resolved
            ? view.T("还没有已解决的工单。", "No resolved tickets yet.")
            : view.T("队列是空的。", "The queue is empty."))}</strong></p>
        <p>{view.T("新的来信会在一分钟内出现在这里。", "A new mail shows here within a minute.")}</p></div>
        """);

    private static Html Paging(DeskView view, TicketQuery query, TicketPage page) => Html.Of($"""
        <nav class="paging" aria-label="{view.T("翻页", "Pages")}">
        {Html.When(query.Continuation is not null, $"""<a href="{Address(view, query, null)}">{view.T("« 第一页", "« First page")}</a>""")}
        {Html.When(page.Continuation is not null, $"""<a rel="next" href="{Address(view, query, page.Continuation)}">{view.T("下一页 ›", "Next page ›")}</a>""")}
        </nav>
        """);

    private static string Address(DeskView view, TicketQuery query, string? after) =>
        view.Link("/", ("state", query.Resolved ? "resolved" : null), ("team", query.Team), ("after", after));
}
