using System.Security.Cryptography;
using System.Text;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Handlers;
using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Desk;

/// <summary>A small page for customers, in both languages: it loads nothing, and nothing of a ticket but its number stands on it.</summary>
internal sealed class SatisfactionPage(LocalizedText title, Html body, int status = StatusCodes.Status200OK) : IResult
{
    private const string Style =
        "body{font:17px/1.6 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem;color:#1c1c1e;background:#fff}"
        + "button{font:inherit;padding:.6rem 1.4rem;border:0;border-radius:.5rem;background:#0b57d0;color:#fff}"
        + "textarea{font:inherit;width:100%;box-sizing:border-box}small{color:#555}";

    // No text of anybody's: it may stand as it is.
    private static readonly Html StyleSheet = Html.Of(Literal(Style));

    private static readonly string ContentSecurity =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>What would be recorded, and the button that does it.</summary>
    internal static SatisfactionPage Ask(CompanyPolicy company, TicketNumber ticket, SatisfactionRating rating)
    {
        var words = Names(rating);
        return new(company.Name, Html.Of($"""
            <p lang="zh-CN">工单 {ticket.Value}：您要提交的评价是“<strong>{words.Zh}</strong>”。{Html.When(rating == SatisfactionRating.NotSolved, $"提交后，工单会重新打开，由客服继续处理。")}</p>
            <p lang="en">Ticket {ticket.Value}: you are about to tell us “<strong>{words.En}</strong>”. {Html.When(rating == SatisfactionRating.NotSolved, $"Your ticket will be opened again and worked on.")}</p>
            <form method="post">
            <p><label for="comment">想补充的话（可不填） · Anything to add (optional)</label><br>
            <textarea id="comment" name="comment" rows="4" maxlength="{RateTicket.LongestComment}"></textarea><br>
            <small>请不要填写密码、验证码或完整卡号。 · Please give no passwords, codes or full card numbers.</small></p>
            <p><button type="submit">确认提交 · Confirm</button></p>
            </form>
            """));
    }

    /// <summary>It is recorded.</summary>
    internal static SatisfactionPage Thanks(CompanyPolicy company, SatisfactionRating rating) => new(company.Name, rating == SatisfactionRating.NotSolved
        ? Text(new("已记录，工单已重新打开。我们会继续处理，并给您回信。", "Thank you. Your ticket is open again; we go on with it and write to you."))
        : Text(new($"谢谢您的评价：{Names(rating).Zh}。", $"Thank you for telling us: {Names(rating).En}.")));

    /// <summary>An answer was recorded before.</summary>
    internal static SatisfactionPage Before(CompanyPolicy company, SatisfactionRating rating) => new(company.Name, Text(new(
        $"您已经评价过了（{Names(rating).Zh}），每张工单评价一次。如需补充，请直接回复我们的邮件。",
        $"We have your answer already (“{Names(rating).En}”); there is one for each ticket. If you would like to add something, just reply to our mail.")));

    /// <summary>The link does not work, or no longer.</summary>
    internal static SatisfactionPage Closed(CompanyPolicy company) => new(company.Name, Text(new(
        "这个链接无效或已过期。如需帮助，请直接回复我们的邮件。", "This link does not work, or no longer. If you need help, just reply to our mail.")), StatusCodes.Status404NotFound);

    /// <summary>Nothing was recorded for now.</summary>
    internal static SatisfactionPage Unavailable(CompanyPolicy company) => new(company.Name, Text(new(
        "暂时无法记录，请稍后再试。", "We cannot record it at the moment. Please try again later.")), StatusCodes.Status503ServiceUnavailable);

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        DeskPage.Protect(response);
        response.Headers.ContentSecurityPolicy = ContentSecurity;
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Robots-Tag"] = "noindex";
        await response.WriteAsync(Document.ToString(), httpContext.RequestAborted);
    }

    /// <summary>The whole document.</summary>
    internal Html Document => Html.Of($"""
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title.Zh} · {title.En}</title>
        <style>{StyleSheet}</style>
        </head>
        <body>
        <h1>{title.Zh} · {title.En}</h1>
        {body}
        </body>
        </html>
        """);

    private static Html.Template Literal(string markup)
    {
        var template = new Html.Template(markup.Length, 0);
        template.AppendLiteral(markup);
        return template;
    }

    private static Html Text(LocalizedText text) => Html.Of($"""<p lang="zh-CN">{text.Zh}</p><p lang="en">{text.En}</p>""");

    private static LocalizedText Names(SatisfactionRating rating) => rating switch
    {
        SatisfactionRating.Good => new("满意", "It went well"),
        SatisfactionRating.Bad => new("不满意", "It went badly"),
        SatisfactionRating.NotSolved => new("问题没有解决", "It is not solved"),
        _ => throw new ArgumentOutOfRangeException(nameof(rating), rating, "No row names this answer."),
    };
}
