using System.Text.Json.Serialization;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;
using Mailroom.Functions.Api.Shapes;
using Mailroom.Functions.Texts;
using Mailroom.Pipeline.Adapters.Tables;
using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Api;

/// <summary>What was wrong with a request and what to do (RFC 9457), in the caller's language.</summary>
/// <param name="Type">The stable name of the fault.</param>
/// <param name="Title">The fault.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What to do.</param>
internal sealed record Problem(string Type, string Title, int Status, string Detail)
{
    /// <summary>The ticket as it stands, where that is the fault.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TicketShape? Ticket { get; init; }

    internal static IResult EmptyMail(HttpRequest request) => Make(
        request,
        StatusCodes.Status400BadRequest,
        "empty-mail",
        new("邮件内容为空", "The mail is empty"),
        new("请在请求正文中发送完整的原始邮件（RFC 5322 / MIME）。", "Send the whole raw mail (RFC 5322, MIME) as the request's body."));

    internal static IResult BrokenBody(HttpRequest request) => Make(
        request,
        StatusCodes.Status400BadRequest,
        "broken-body",
        new("未收到完整的邮件", "The mail did not arrive whole"),
        new("传输中断或正文格式有误，请重新发送。", "The transfer broke off or the body was malformed; send it again."));

    internal static IResult TooLarge(HttpRequest request, int bound) => Make(
        request,
        StatusCodes.Status413PayloadTooLarge,
        "mail-too-large",
        new("邮件过大", "The mail is too large"),
        new($"此接口最多接收 {bound / 1048576} MiB。邮件未被接收，请退回给发件人。",
            $"At most {bound / 1048576} MiB are taken here. The mail was not taken; return it to its sender."));

    internal static IResult NoSource(HttpRequest request) => Make(
        request,
        StatusCodes.Status404NotFound,
        "no-such-source",
        new("没有这个邮件来源，或尚未启用", "No such source of mail, or it is closed"),
        new("来源有 sendgrid、mailgun、postmark、cloudflare、raw；在设置中填写其密钥即可启用。",
            "The sources are sendgrid, mailgun, postmark, cloudflare and raw; a source opens when its secret is set."));

    internal static IResult WrongSecret(HttpRequest request) => Make(
        request,
        StatusCodes.Status401Unauthorized,
        "wrong-secret",
        new("密钥或签名不正确", "The secret or the signature is wrong"),
        new("请核对该来源的密钥设置；Mailgun 的签名还须在九小时之内。",
            "Compare it with the source's setting; a signature of Mailgun must also be younger than nine hours."));

    // The provider is asked to try again, so that nothing is lost while a person corrects the provider's setting.
    internal static IResult NotRaw(HttpRequest request, string field) => Make(
        request,
        StatusCodes.Status503ServiceUnavailable,
        "no-raw-mail",
        new("请求中没有原始邮件", "The request holds no raw mail"),
        new($"缺少字段 {field}：请在服务商处打开“发送原始邮件”的选项，期间服务商会自动重试。",
            $"The field {field} is missing: turn on the provider's option to post the raw mail. It tries again meanwhile."));

    /// <summary>The same fault under another status: that by which this provider gives up or tries again.</summary>
    internal static IResult GivenUp(HttpRequest request, int status, bool isEmpty) => isEmpty
        ? Make(request, status, "empty-mail", new("邮件内容为空", "The mail is empty"), new("不必重试。", "Do not send it again."))
        : Make(
            request,
            status,
            "mail-too-large",
            new("邮件过大", "The mail is too large"),
            new($"此接口最多接收 {RawMail.HardBound / 1048576} MiB，不必重试，请退回给发件人。",
                $"At most {RawMail.HardBound / 1048576} MiB are taken here. Do not send it again; return it to its sender."));

    internal static IResult BrokenPost(HttpRequest request) => Make(
        request,
        StatusCodes.Status503ServiceUnavailable,
        "broken-body",
        new("未收到完整的邮件", "The mail did not arrive whole"),
        new("传输中断或正文格式有误，请重新发送。", "The transfer broke off or the body was malformed; send it again."));

    internal static IResult StorageFails(HttpRequest request) => Make(
        request,
        StatusCodes.Status503ServiceUnavailable,
        "storage-unavailable",
        new("存储服务暂时不可用", "The storage does not answer"),
        new("请求未完成，请稍后重试；重复提交同一封邮件不会产生重复工单。",
            "Nothing was promised; try again later. The same mail handed in twice stays one mail."));

    internal static IResult NoTicket(HttpRequest request) => Make(
        request,
        StatusCodes.Status404NotFound,
        "no-such-ticket",
        new("没有这个工单", "No such ticket"),
        new("请核对工单号，例如 MR-7K3F-9QXA。", "Check the number; it looks like MR-7K3F-9QXA."));

    internal static IResult MergedBefore(HttpRequest request, TicketNumber into) => Make(
        request,
        StatusCodes.Status409Conflict,
        "merged-before",
        new("该工单已并入其他工单", "The ticket was merged before"),
        new($"它已并入 {into}；如需变更，请合并 {into}。", $"It leads to {into}; merge that one instead."));

    internal static IResult NoJoin(HttpRequest request) => Make(
        request,
        StatusCodes.Status404NotFound,
        "no-such-join",
        new("这封邮件并未归入该工单", "No such mail joined this ticket"),
        new("请使用邮件的 SHA-256 或 Message-ID，在工单经过中可以查到；建立工单的邮件不能移出。",
            "Name the mail by its SHA-256 or Message-ID, as the ticket's history shows it; the mail that opened the ticket cannot leave it."));

    internal static IResult UnderWay(HttpRequest request) => Make(
        request,
        StatusCodes.Status409Conflict,
        "mail-under-way",
        new("这封邮件仍在处理中", "The mail is still being worked"),
        new("请稍后再试。", "Try again in a moment."));

    internal static IResult MergeCircle(HttpRequest request) => Make(
        request,
        StatusCodes.Status409Conflict,
        "merge-circle",
        new("不能并入自身", "A ticket cannot be merged into itself"),
        new("目标工单就是本工单，或已并入本工单。", "The other ticket is this one, or leads to it."));

    internal static IResult NoOutgoingMail(HttpRequest request) => Make(
        request,
        StatusCodes.Status404NotFound,
        "no-such-mail",
        new("该工单没有这封待发邮件", "The ticket has no such mail to send"),
        new("邮件编号见工单的 mails 列表。", "The ids stand in the ticket's list of mails."));

    internal static IResult NotParked(HttpRequest request, OutboxState state, int attempt) => Make(
        request,
        StatusCodes.Status409Conflict,
        "mail-not-parked",
        new("这封邮件没有被搁置", "The mail is not set aside"),
        state switch
        {
            OutboxState.Sent => new("它已经发出，不会再发一次。", "It was sent; it does not go twice."),
            OutboxState.Parked => new($"它在第 {attempt} 次尝试后再次被搁置；请查看原因后重新确认。",
                $"It was set aside once more, after attempt {attempt}; look at the reason and ask again."),
            OutboxState.Held => new("它因自动邮件超限而暂缓发送；请先放行（mailroom breaker --release）。",
                "It is held, because a budget of automatic mail was used up; release that first (mailroom breaker --release)."),
            OutboxState.Dropped => new("它被搁置在另一次尝试之后；请查看原因后重新确认。", "It was set aside after another attempt; look at the reason and ask again."),
            OutboxState.Waiting => new("它会在收件人的工作时间内与其他通知一并发出，无需重发。",
                "It goes out with other notices when its reader works; there is nothing to repeat."),
            OutboxState.Told => new("另一封汇总通知已经包含它，不会单独发送。", "Another mail to the same reader tells it; it does not go alone."),
            OutboxState.Pending or OutboxState.Sending => new("它正在等待发送或发送中，无需重发。", "It waits to be sent or is being sent; there is nothing to repeat."),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        });

    internal static IResult BreakerNotOpen(HttpRequest request) => Make(
        request,
        StatusCodes.Status409Conflict,
        "breaker-not-open",
        new("没有需要放行的限流", "No such breaker is open"),
        new("没有暂停发送的邮件，或已由他人放行。", "Nothing is held by it, or somebody has released it already."));

    internal static IResult BadAgent(HttpRequest request) => BadValue(request, "agent", new(
        $"请填写操作人姓名，最多 {Wishes.LongestName} 个字符。", $"Say who asks, in 1 to {Wishes.LongestName} characters."));

    internal static IResult NoMail(HttpRequest request) => Make(
        request,
        StatusCodes.Status404NotFound,
        "no-such-mail",
        new("账本中没有这封邮件", "The ledger has no such mail"),
        new("请使用原始邮件的 SHA-256（64 位十六进制）。", "Ask by the SHA-256 of the raw mail, 64 hexadecimal digits."));

    internal static IResult BadValue(HttpRequest request, string name, LocalizedText expected) => Make(
        request,
        StatusCodes.Status400BadRequest,
        "bad-value",
        new($"参数 {name} 无效", $"The value of {name} is wrong"),
        expected);

    private static IResult Make(HttpRequest request, int status, string type, LocalizedText title, LocalizedText detail)
    {
        var language = Languages.Of(request);
        return Answer.Fault(new Problem("urn:mailroom:" + type, title.For(language), status, detail.For(language)));
    }
}
