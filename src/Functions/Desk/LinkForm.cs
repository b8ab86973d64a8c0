using Mailroom.Core.Replies.Digests;
using Mailroom.Core.Tickets;
using Mailroom.Functions.Texts;
using Mailroom.Pipeline.Handlers;
using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Desk;

/// <summary>The page that shows what a link would do, with the button that does it.</summary>
/// <param name="View">The manager's view.</param>
/// <param name="Link">The link.</param>
/// <param name="Choices">What it can do now.</param>
internal sealed record LinkForm(DeskView View, LinkReading.Usable Link, IReadOnlyList<LinkChoice> Choices)
{
    /// <summary>The most characters of a reason.</summary>
    internal const int LongestReason = 500;

    private Ticket Ticket => Link.History.Ticket!;

    private bool NeedsReason => Link.Allowed.Purpose == DigestLinks.Extend;

    /// <summary>The page.</summary>
    /// <param name="trouble">What was wrong with what was sent; null when nothing was sent.</param>
    /// <param name="why">The reason that was sent, so that nobody types it twice.</param>
    internal DeskPage Show(LinkTrouble? trouble = null, string why = "") => Pages.LinkPages.Page(
        View,
        trouble is null ? Choices.Count > 0 ? StatusCodes.Status200OK : StatusCodes.Status409Conflict : trouble == LinkTrouble.Incomplete ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict,
        Title,
        Html.Of($"""
            {Html.When(trouble is not null, $"""<div class="banner"><p>{Trouble(trouble)}</p></div>""")}
            <dl>
            {Row(View.T("工单", "Ticket"), Ticket.Number.Value)}
            {Row(View.T("主题", "Subject"), Ticket.Subject)}
            {Row(View.T("优先级", "Priority"), Ticket.Priority.ToString())}
            {Row(View.T("状态", "Status"), View.T(Names.Of(Ticket.Status)))}
            {Row(View.T("小组", "Team"), View.T(View.Policy.Team(Ticket.Team).Title))}
            {Row(View.T("负责人", "Assignee"), Ticket.Assignee ?? View.T("尚无人认领", "nobody yet"))}
            {Row(View.T("到期", "Due"), PaceForecast.DueOf(Ticket) is { } due ? $"{View.Moments.Absolute(due)}{(due <= View.Now ? View.T("，已超时", ", overdue") : "")}" : View.T("没有期限在走", "nothing is due"))}
            </dl>
            {(Choices.Count > 0 ? Form(why) : Html.Of($"""<p>{View.T("这个工单已解决、已并入其他工单，或没有可改的了：这个链接什么也不会做。", "The ticket is solved, merged into another one, or there is nothing left to change: this link does nothing.")}</p>"""))}
            """));

    private string Title => Link.Allowed.Purpose switch
    {
        DigestLinks.Assign => View.T($"指派工单 {Ticket.Number}", $"Assign ticket {Ticket.Number}"),
        DigestLinks.Extend => View.T($"延长工单 {Ticket.Number} 的期限", $"Extend ticket {Ticket.Number}"),
        _ => View.T($"上报工单 {Ticket.Number}", $"Escalate ticket {Ticket.Number}"),
    };

    private Html Form(string why) => Html.Of($"""
        <form method="post" action="{View.Path}" class="act">
        <input type="hidden" name="version" value="{Link.History.Events.Count}">
        <fieldset><legend>{View.T("按下按钮后会这样：", "The button will do this:")}</legend>
        {Choices.Select((c, i) => Html.Of($"""<label><input type="radio" name="choice" value="{c.Name}"{Html.When(i == 0, $" checked")}> {Effect(c)}</label>"""))}
        </fieldset>
        <label for="why">{(NeedsReason ? View.T($"理由（必填，最多 {LongestReason} 字）", $"Reason (needed, at most {LongestReason} characters)") : View.T("附言（可以不填）", "Remark (may be left out)"))}</label>
        <textarea id="why" name="why" rows="3" maxlength="{LongestReason}"{Html.When(NeedsReason, $" required")}>{why}</textarea>
        <p><button type="submit">{View.T("确认", "Confirm")}</button></p>
        <p class="sub">{View.T(
            $"链接只能用一次，{View.Moments.Absolute(Link.Allowed.Expires)} 前有效；只打开、不确认，什么都不会改变。操作会以“{DigestLinks.NameOf(Link.Holder)}”的名义记入工单经过。",
            $"The link works once, until {View.Moments.Absolute(Link.Allowed.Expires)}. Opening it without confirming changes nothing. The history will name {DigestLinks.NameOf(Link.Holder)}.")}</p>
        </form>
        """);

    private string Effect(LinkChoice choice)
    {
        var team = View.Policy.Team(Ticket.Team);
        return (choice.Name, choice.Command) switch
        {
            ("lead", TicketCommand.Assign c) => View.T($"交给组长：{Named(team.Lead.Name, c.Assignee)}", $"Give it to the team lead, {Named(team.Lead.Name, c.Assignee)}"),
            (_, TicketCommand.Assign c) => View.T($"交给我自己：{c.Assignee}", $"Give it to me, {c.Assignee}"),
            (_, TicketCommand.Extend c) => View.T(
                $"{View.T(Names.Of(c.Deadline))}期限延至 {View.Moments.Absolute(choice.Due!.Value)}（{Length(c)}）",
                $"Extend the deadline of the {View.T(Names.Of(c.Deadline))} to {View.Moments.Absolute(choice.Due!.Value)} ({Length(c)})"),
            _ => View.T($"马上发邮件给 {Named(team.Head.Name, team.Head.Address)}，请其介入", $"Write to {Named(team.Head.Name, team.Head.Address)} now and ask them to step in"),
        };
    }

    private string Length(TicketCommand.Extend command) => command.Length is not ExtensionLength.By { More: var more } ? ""
        : more.Days > 0 ? View.T($"多 {more.Days} 个工作日", more.Days == 1 ? "1 working day more" : $"{more.Days} working days more")
        : View.T($"多 {more.Hours.TotalHours:0} 个工作小时", $"{more.Hours.TotalHours:0} counted hours more");

    private string Trouble(LinkTrouble? trouble) => trouble switch
    {
        LinkTrouble.Incomplete => View.T($"请选择一项，并填写理由（1 至 {LongestReason} 字）。什么都没有改变。", $"Please choose one, and give a reason of 1 to {LongestReason} characters. Nothing was changed."),
        LinkTrouble.Moved => View.T("您查看之后工单有了变化，因此什么都没有改。请看过最新情况再确认。", "The ticket changed since you looked, so nothing was done. Please look at it again before you confirm."),
        LinkTrouble.Refused => View.T("工单目前的状态不允许这样做，什么都没有改变。", "The ticket as it stands does not allow this. Nothing was changed."),
        null => "",
        _ => throw new ArgumentOutOfRangeException(nameof(trouble), trouble, "No sentence tells this trouble."),
    };

    private static string Named(string name, string? address) => name.Length > 0 ? $"{name} <{address}>" : address ?? "";

    private static Html Row(string name, string value) => Html.Of($"<div><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div>");
}

/// <summary>Why a form did nothing.</summary>
internal enum LinkTrouble
{
    /// <summary>Something is missing in it.</summary>
    Incomplete,

    /// <summary>The ticket is not what the person saw.</summary>
    Moved,

    /// <summary>The ticket does not allow it.</summary>
    Refused,
}
