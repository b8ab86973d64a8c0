using System.Net;
using System.Text;
using System.Text.Json;
using Mailroom.Core.Policy;
using Mailroom.Functions.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Mailroom.Functions.Desk;

/// <summary>
/// Who may see the desk: people whom App Service authentication let in, and a developer at his own machine. Everybody else
/// is refused, for nothing strips a forged principal header where the platform's authentication is off.
/// </summary>
internal static class DeskAccess
{
    private const string Principal = "X-MS-CLIENT-PRINCIPAL";

    private static readonly LocalizedText Refusal = new(
        "工作台只对已登录的同事开放。请为应用启用 App Service 身份验证，并通过登录后的地址访问；本机开发时请从本机打开。",
        "The desk is open to signed-in colleagues only. Turn on App Service authentication for the app and come through its sign-in; "
        + "in development, open it on the machine that runs it.");

    /// <summary>True when the request may see customers' data.</summary>
    internal static bool Allows(HttpRequest request, IConfiguration configuration) =>
        IsAtHome(request, configuration) || IsSignedIn(request, configuration);

    /// <summary>The shut door: says why, and nothing of the house.</summary>
    internal static IResult Refuse(HttpRequest request)
    {
        var language = Languages.Of(request);
        return new DeskPage(
            language,
            new LocalizedText("无权访问", "Not allowed").For(language),
            Html.Of($"""<main><div class="empty"><p>{Refusal.For(language)}</p></div></main>"""),
            StatusCodes.Status403Forbidden);
    }

    // A page on the internet can point its own name at 127.0.0.1, so the name in the address must be the machine's too.
    private static bool IsAtHome(HttpRequest request, IConfiguration configuration) =>
        string.Equals(configuration["AZURE_FUNCTIONS_ENVIRONMENT"], "Development", StringComparison.OrdinalIgnoreCase)
        && string.IsNullOrEmpty(configuration["WEBSITE_INSTANCE_ID"])
        && request.HttpContext.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && (request.Host.Host is "localhost" || (IPAddress.TryParse(request.Host.Host, out var host) && IPAddress.IsLoopback(host)));

    private static bool IsSignedIn(HttpRequest request, IConfiguration configuration) =>
        string.Equals(configuration["WEBSITE_AUTH_ENABLED"], "True", StringComparison.OrdinalIgnoreCase)
        && HasClaims(request.Headers[Principal].ToString());

    private static bool HasClaims(string header)
    {
        try
        {
            using var principal = JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(header)));
            return principal.RootElement.TryGetProperty("claims", out var claims)
                && claims.ValueKind == JsonValueKind.Array
                && claims.GetArrayLength() > 0;
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
