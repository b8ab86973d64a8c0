using System.Globalization;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;
using Mailroom.Core.Understanding;
using Mailroom.Functions.Texts;
using static Mailroom.Core.Tickets.TicketEvent;

namespace Mailroom.Functions.Desk.Pages;

/// <summary>One ticket: how it stands, and all that happened to it. Shows redacted words only, never the raw mail.</summary>
internal static class OneTicketPage
{
    /// <summary>The page of a ticket with its history.</summary>
    internal static DeskPage Show(DeskView view, Ticket ticket, IReadOnlyList<TicketEvent> events) =>
        new(view.Language, ticket.Number.Value, view.Frame(Html.Of($"""
            <p class="back"><a href="{view.Link("/")}">{view.T("‹ 队列", "‹ Queue")}</a></p>
            <div class="head">
            <p class="sub">{ticket.Number.Value}</p>
            <h1><bdi>{QueuePage.Subject(view, ticket)}</bdi></h1>
            <p class="tags">{view.Badge(ticket.Priority)} <span class="tag">{view.T(Names.Of(ticket.Status))}</span> <span class="tag">{view.Category(ticket.Category)}</span></p>
            </div>
            <div class="columns">
            <section class="history" aria-labelledby="h"><h2 id="h">{view.T("经过", "History")}</h2>
            <ol>{events.Select(e => Entry(view, e))}</ol></section>
            <aside><h2>{view.T("概况", "At a glance")}</h2>
            <dl>{Facts(view, ticket, events)}</dl></aside>
            </div>
            """)));

    private static Html Entry(DeskView view, TicketEvent happened) => Html.Of($"""
        <li class="{Kind(happened)}">{view.Time(happened.At)}
        <p>{view.T(new EventSentences(view.Policy).Of(happened))}</p>
        {Detail(view, happened)}</li>
        """);

    private static Html Detail(DeskView view, TicketEvent happened) => happened switch
    {
        Opened e => Html.Of($"{Line(view, e.Evidence is { } named ? JoinSentences.Of(named) : null)}{Line(view, e.Suggested is { } parent ? JoinSentences.Of(parent) : null)}{Mail(view, e.Understanding, e.Why)}"),
        CustomerWrote e => Html.Of($"{Line(view, e.Evidence is { } proof ? JoinSentences.Of(proof) : null)}{Mail(view, e.Understanding, e.Why)}"),
        CustomerThanked e => Words(e.Excerpt),
        CustomerRated e => Words(e.Comment),
        AutomaticMailArrived e => Record(view, [e.Why]),
        DeliveryFailed e => Record(view, [e.Why]),
        MailParked e => Record(view, [e.Why]),
        MailHeld e => Record(view, [e.Why]),
        _ => Html.Empty,
    };

    private static Html Words(string text) => Html.When(text.Length > 0, $"""<blockquote><bdi>{text}</bdi></blockquote>""");

    private static Html Line(DeskView view, LocalizedText? text) => text is null ? Html.Empty : Html.Of($"""<p class="sub">{view.T(text)}</p>""");

    private static string Kind(TicketEvent happened) => happened switch
    {
        Opened or CustomerWrote or CustomerThanked or CustomerRated => "in",
        Promised or Repromised or FollowUpAcknowledged or AskedToResend or Reminded { KeptBack: null } or SatisfactionAsked { KeptBack: null } or AgentReplied or MailResent or MailReleased => "out",
        LadderReached { Percent: >= 100 } or DeliveryFailed or MailParked or MailDropped => "bad",
        LadderReached or MailHeld => "warn",
        Resolved => "good",
        _ => "note",
    };

    private static Html Mail(DeskView view, MailUnderstanding understood, string why) => Html.Of($"""
        {Html.When(understood.Excerpt.Length > 0, $"""<blockquote><bdi>{understood.Excerpt}</bdi></blockquote>""")}
        {Html.When(understood.Angry, $"""<p class="sub">{view.T("客户言辞激烈，请留意语气。", "The customer is angry; mind the tone.")}</p>""")}
        {Record(view, [why, .. understood.Evidence])}
        """);

    // The record keeps the words of rules and headers as they are, so it says that it is no text of this page.
    private static Html Record(DeskView view, IEnumerable<string> lines) => Html.Of($"""
        <details><summary>{view.T("系统记录", "System record")}</summary>
        <ul lang="en">{lines.Where(l => l.Length > 0).Select(l => Html.Of($"<li><bdi>{l}</bdi></li>"))}</ul></details>
        """);

    private static IEnumerable<Html> Facts(DeskView view, Ticket ticket, IReadOnlyList<TicketEvent> events)
    {
        yield return Fact(view.T("回复期限", "Reply due"), ticket.ResponseDue is { } reply ? view.Due(reply) : Html.Empty);
        yield return Fact(view.T("解决期限", "Solution due"), ticket.ResolutionDue is { } solution ? view.Due(solution) : Html.Empty);
        yield return Fact(view.T("已承诺", "Promised by"), ticket.PromisedAt is { } by ? view.Time(by) : Html.Empty);
        yield return Fact(view.T("客户", "Requester"), Html.Of($"""<bdi>{ticket.Requester.Name}</bdi> <bdi class="sub">{ticket.Requester.Address}</bdi>"""));
        yield return Fact(view.T("身份", "Sender"), Html.Of($"{view.T(Names.Of(ticket.Trust))}"));
        yield return Fact(view.T("团队", "Team"), Html.Of($"{view.Team(ticket.Team)}"));
        yield return Fact(view.T("负责人", "Assignee"), Html.Of($"{ticket.Assignee ?? view.T("尚无", "nobody yet")}"));
        yield return Fact(view.T("回复语言", "Answer in"), Html.Of($"{view.T(Names.Of(ticket.Language))}"));
        yield return Fact(view.T("把握", "Confidence"), Html.Of($"{ticket.Confidence.ToString("0 %", CultureInfo.InvariantCulture)}"));
        yield return Fact(view.T("另有", "Also about"), ticket.Secondary is { } also ? Html.Of($"{view.Category(also)}") : Html.Empty);
        yield return Fact(view.T("建立", "Opened"), view.Time(ticket.OpenedAt));
        yield return Fact(view.T("待补充", "Still missing"), Missing(view, ticket));
        yield return Fact(view.T("已知信息", "Known facts"), Entities(view, new TicketHistory(ticket, events).Standing));
        yield return Fact(view.T("相关工单", "Came out of"), Other(view, ticket.LinkedTo));
        yield return Fact(view.T("已并入", "Merged into"), Other(view, ticket.MergedInto));
    }

    private static Html Other(DeskView view, TicketNumber? number) => number is { } other
        ? Html.Of($"""<a href="{view.Link($"/tickets/{other}")}">{other.Value}</a>""")
        : Html.Empty;

    private static Html Fact(string name, Html value) =>
        Html.When(value.ToString().Length > 0, $"<div><dt>{name}</dt><dd>{value}</dd></div>");

    private static Html Missing(DeskView view, Ticket ticket) => Html.When(ticket.Missing.Count > 0, $"""
        <ul>{ticket.Missing.Select(code => Html.Of($"<li>{FactName(view, code)}</li>"))}</ul>
        """);

    private static string FactName(DeskView view, string code) => view.Policy.Facts.TryGetValue(code, out var words) ? view.T(words) : code;

    private static Html Entities(DeskView view, IReadOnlyList<TicketEvent> events)
    {
        var known = events.OfType<Opened>().Select(e => e.Understanding.Entities)
            .Concat(events.OfType<CustomerWrote>().Select(e => e.Understanding.Entities))
            .SelectMany(e => Pairs(view, e)).Distinct().ToList();
        return Html.When(known.Count > 0, $"<ul>{known.Select(k => Html.Of($"<li>{k.Name} <bdi>{k.Value}</bdi></li>"))}</ul>");
    }

    private static IEnumerable<(string Name, string Value)> Pairs(DeskView view, Entities found) =>
        new (string Name, string? Value)[]
        {
            (view.T("交易号", "Transaction"), found.TransactionId),
            (view.T("金额", "Amount"), found.Amount is null ? null : $"{found.Amount} {found.Currency}".TrimEnd()),
            (view.T("时间", "Time"), found.Time),
            (view.T("电话", "Phone"), found.Phone),
            (view.T("卡尾号", "Card ending"), found.Card),
        }
        .Where(p => p.Value is not null).Select(p => (p.Name, p.Value!))
        .Concat(found.Other.Select(o => (FactName(view, o.Key), o.Value)));
}
