using Mailroom.Core.Policy;
using Mailroom.Functions.Texts;
using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Desk;

/// <summary>A page of the desk as an answer, under a policy that lets it load its one stylesheet and nothing else.</summary>
internal sealed class DeskPage(ReplyLanguage language, string title, Html body, int status = StatusCodes.Status200OK) : IResult
{
    private const string ContentSecurity =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>True for a page with a form that goes back to where the page came from; no other page may send anything.</summary>
    internal bool MaySubmit { get; init; }

    /// <summary>The whole document.</summary>
    internal Html Document => Html.Of($"""
        <!DOCTYPE html>
        <html lang="{Languages.Tag(language)}">
        <head>
        <meta charset="utf-8">
        <meta name="robots" content="noindex, nofollow">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title} · Mailroom</title>
        <link rel="stylesheet" href="/desk.css">
        <link rel="icon" href="/desk.svg" type="image/svg+xml">
        </head>
        <body>
        {body}
        </body>
        </html>
        """);

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        Protect(response);
        response.Headers.ContentSecurityPolicy = MaySubmit
            ? ContentSecurity.Replace("form-action 'none'", "form-action 'self'", StringComparison.Ordinal)
            : ContentSecurity;
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        response.Headers.ContentLanguage = Languages.Tag(language);
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = "Accept-Language";
        await response.WriteAsync(Document.ToString(), httpContext.RequestAborted);
    }

    /// <summary>The headers that pages and files of the desk share.</summary>
    internal static void Protect(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.XFrameOptions = "DENY";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
