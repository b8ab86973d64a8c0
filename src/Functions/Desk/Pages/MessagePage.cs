using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Desk.Pages;

/// <summary>A page that says one thing: there is no such ticket, the storage does not answer.</summary>
internal static class MessagePage
{
    internal static DeskPage NoSuchTicket(DeskView view) => Show(
        view,
        StatusCodes.Status404NotFound,
        view.T("没有这个工单", "No such ticket"),
        view.T("请核对工单号，例如 MR-7K3F-9QXA。", "Please check the number; it looks like MR-7K3F-9QXA."));

    internal static DeskPage NoSuchPage(DeskView view) => Show(
        view,
        StatusCodes.Status404NotFound,
        view.T("没有这个页面", "No such page"),
        view.T("请从队列重新开始。", "Please start again from the queue."));

    internal static DeskPage StorageFails(DeskView view) => Show(
        view,
        StatusCodes.Status503ServiceUnavailable,
        view.T("暂时无法读取工单", "Tickets cannot be read just now"),
        view.T("存储服务没有应答，来信不会丢失。请稍后刷新。", "The storage does not answer. No mail is lost; please reload in a moment."));

    private static DeskPage Show(DeskView view, int status, string title, string text) => new(
        view.Language,
        title,
        view.Frame(Html.Of($"""<div class="empty"><h1>{title}</h1><p>{text}</p><p><a href="{view.Link("/")}">{view.T("返回队列", "Back to the queue")}</a></p></div>""")),
        status);
}
