using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;
using Mailroom.Functions.Texts;
using Mailroom.Pipeline.Handlers;
using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Desk.Pages;

/// <summary>What a link that does nothing more says.</summary>
internal static class LinkPages
{
    /// <summary>The view of a link's holder: in the holder's language and time zone.</summary>
    internal static DeskView For(DeskView view, DigestPolicy holder) =>
        new(holder.Language, view.Policy with { Company = holder.AsRead(view.Policy.Company) }, view.Now, view.Path);

    /// <summary>A link that cannot be used.</summary>
    internal static DeskPage Show(DeskView view, LinkReading link) => link switch
    {
        LinkReading.Used used => Used(For(view, used.Holder), used),
        LinkReading.Expired expired => Expired(For(view, expired.Holder), expired),
        _ => Page(view, StatusCodes.Status404NotFound, view.T("没有这个链接", "No such link"), Html.Of(
            $"""<p>{view.T("链接不完整或已失效。请从邮件中完整复制，或从工作台处理。", "The link is incomplete or no longer holds. Copy it whole from the mail, or use the desk.")}</p>""")),
    };

    /// <summary>What a link has just done.</summary>
    internal static DeskPage Done(DeskView view, TicketHistory history, bool isNew) => isNew
        ? Page(view, StatusCodes.Status200OK, view.T("已完成", "Done"), Html.Of(
            $"""<p>{view.T(new EventSentences(view.Policy).Of(Change(history)))}</p><p>{view.T("这个链接已用过，不再有效。", "The link is used up.")}</p>"""))
        : Page(view, StatusCodes.Status200OK, view.T("已经如此", "It is so already"), Html.Of(
            $"""<p>{view.T("工单已经是这样，或这个链接刚刚用过；没有再改一次。", "The ticket is so already, or the link was used a moment ago; nothing was done twice.")}</p>"""));

    /// <summary>The storage does not answer.</summary>
    internal static DeskPage StorageFails(DeskView view) => Page(view, StatusCodes.Status503ServiceUnavailable, view.T("暂时无法处理", "Not possible just now"), Html.Of(
        $"""<p>{view.T("存储服务没有应答。请稍后再打开这个链接；已经完成的不会重复。", "The storage does not answer. Please open the link again in a moment; what was done is not done twice.")}</p>"""));

    /// <summary>A page of its own, that leads nowhere else.</summary>
    internal static DeskPage Page(DeskView view, int status, string title, Html content) => new(
        view.Language,
        title,
        Html.Of($"""
            <header class="bar"><span class="brand"><strong>Mailroom</strong> <span>{view.T(view.Policy.Company.Name)}</span></span></header>
            <main class="narrow"><section class="history"><h1>{title}</h1>
            {content}
            </section></main>
            <footer>{view.T($"时间均为{view.Moments.ZoneName}。", $"Times are {view.Moments.ZoneName}.")}</footer>
            """),
        status)
    {
        MaySubmit = true,
    };

    private static DeskPage Used(DeskView view, LinkReading.Used used)
    {
        var done = used.History.Events.ElementAtOrDefault(used.Use.Event - 1);
        return Page(view, StatusCodes.Status200OK, view.T("这个链接已经用过", "This link was used"), Html.Of(
            $"""<p>{view.Moments.Absolute(used.Use.At)}{view.T("：", ": ")}{(done is null ? "" : view.T(new EventSentences(view.Policy).Of(done)))}</p>"""));
    }

    private static DeskPage Expired(DeskView view, LinkReading.Expired expired) => Page(view, StatusCodes.Status410Gone, view.T("链接已过期", "The link has expired"), Html.Of(
        $"""<p>{view.T($"它在 {view.Moments.Absolute(expired.Allowed.Expires)} 前有效。请用最近一封摘要里的链接，或从工作台处理工单 {expired.Allowed.Ticket}。", $"It held until {view.Moments.Absolute(expired.Allowed.Expires)}. Use the latest digest's link, or the desk, for ticket {expired.Allowed.Ticket}.")}</p>"""));

    // What the timers add after a person's change stands behind it.
    private static TicketEvent Change(TicketHistory history) =>
        history.Events.Last(e => e is TicketEvent.Assigned or TicketEvent.Extended or TicketEvent.EscalatedByHand);
}
