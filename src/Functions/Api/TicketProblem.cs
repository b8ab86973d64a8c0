using Mailroom.Core.Policy;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Functions.Api.Shapes;
using Mailroom.Functions.Texts;
using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Api;

/// <summary>Why what an agent wants of a ticket is not done, with the ticket as it stands.</summary>
internal static class TicketProblem
{
    internal static IResult Of(HttpRequest request, SteerRefusal refusal, TicketShape? ticket) => refusal switch
    {
        SteerRefusal.NoTicket => Problem.NoTicket(request),
        SteerRefusal.Unknown unknown => Problem.BadValue(request, unknown.What, new(
            $"政策中没有；可用的有 {string.Join("、", unknown.Known)}。", $"The policy has no such {unknown.What}; there are {string.Join(", ", unknown.Known)}.")),
        _ => Conflict(request, refusal, ticket),
    };

    private static IResult Conflict(HttpRequest request, SteerRefusal refusal, TicketShape? ticket)
    {
        var (type, title, detail) = Words(refusal, ticket);
        return Make(request, StatusCodes.Status409Conflict, type, ticket, title, detail);
    }

    private static (string Type, LocalizedText Title, LocalizedText Detail) Words(SteerRefusal refusal, TicketShape? ticket) => refusal switch
    {
        SteerRefusal.Merged merged => ("merged-before", new("该工单已并入其他工单", "The ticket was merged into another one"),
            new($"请到 {merged.Into} 操作。", $"Do it to {merged.Into}, which goes on with the matter.")),
        SteerRefusal.Moved => ("ticket-moved", new("工单已有变化", "The ticket has moved on"),
            new($"您查看之后，有人改动了工单或客户又来信了（现为 version {ticket?.Version}）；请看过最新情况再决定。",
                $"Somebody changed it, or the customer wrote, since you saw it (it is version {ticket?.Version} now). Look at it again and decide.")),
        SteerRefusal.Taken taken => ("ticket-taken", new("工单已有人处理", "Somebody else has the ticket"),
            new($"{taken.By} 正在处理；确需接手，请用 \"force\": true。", $"{taken.By} has it. To take it over all the same, say \"force\": true.")),
        SteerRefusal.IsResolved => ("ticket-resolved", new("工单已解决", "The ticket is solved"),
            new("请先重新打开。", "Reopen it first.")),
        SteerRefusal.NothingDue => ("nothing-due", new("没有可延长的期限", "Nothing is due that could be extended"),
            new("该期限已完成，或目前没有在等待的回复。", "It was kept already, or nobody waits for it.")),
        SteerRefusal.NotLater => ("not-later", new("期限已在此之后", "The deadline lies later already"),
            new("延期不能把期限提前，请填写更晚的时间。", "An extension makes no deadline earlier; name a later moment.")),
        SteerRefusal.TooFar far => ("extension-too-long", new("超出可延长的上限", "That is more than may be granted"),
            new($"这个期限还可延长 {Left(far, ReplyLanguage.Chinese)}（政策 extension）。", $"This deadline may be extended by {Left(far, ReplyLanguage.English)} more (extension in the policy).")),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal.GetType().Name, "A refusal without words."),
    };

    private static string Left(SteerRefusal.TooFar far, ReplyLanguage language) =>
        DeadlineWords.Length(far.Left > TimeSpan.Zero ? far.Left : TimeSpan.Zero, language);

    private static IResult Make(HttpRequest request, int status, string type, TicketShape? ticket, LocalizedText title, LocalizedText detail)
    {
        var language = Languages.Of(request);
        return Answer.Fault(new Problem("urn:mailroom:" + type, title.For(language), status, detail.For(language)) { Ticket = ticket });
    }
}
