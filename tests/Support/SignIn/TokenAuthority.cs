using Azure.Core;
using Azure.Identity;
using Mailroom.Pipeline.Settings;
using Mailroom.Support.Tls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Mailroom.Support.SignIn;

/// <summary>Gives tokens to applications as Microsoft Entra does (OAuth 2.0 client credentials), over HTTPS, on loopback.</summary>
public sealed class TokenAuthority : IAsyncDisposable
{
    /// <summary>The only secret that gets a token.</summary>
    public const string Secret = "the application's secret";

    private readonly WebApplication _app;
    private int _requests;

    private TokenAuthority(WebApplication app, string user)
    {
        _app = app;
        _app.MapPost("/{tenant}/oauth2/v2.0/token", async (HttpRequest request) =>
        {
            Interlocked.Increment(ref _requests);
            var form = await request.ReadFormAsync();
            return form["grant_type"] == "client_credentials" && form["scope"] == "https://outlook.office365.com/.default" && form["client_secret"] == Secret
                ? Results.Json(new { token_type = "Bearer", expires_in = 3600, access_token = BearerTokens.For(user, Life) })
                : Results.Json(new { error = "invalid_client", error_description = "AADSTS7000215: Invalid client secret provided." }, statusCode: StatusCodes.Status401Unauthorized);
        });
    }

    /// <summary>How long its tokens are good for, whatever it says of them.</summary>
    public TimeSpan Life { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How often it was asked.</summary>
    public int Requests => _requests;

    /// <summary>Where it is.</summary>
    public string Address => _app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <summary>Opens one that gives tokens for a user.</summary>
    public static async Task<TokenAuthority> OpenAsync(string user)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var certificate = TestAuthority.Issue("localhost");
        builder.WebHost.ConfigureKestrel(server => server.Listen(System.Net.IPAddress.Loopback, 0, l => l.UseHttps(certificate)));
        var authority = new TokenAuthority(builder.Build(), user);
        await authority._app.StartAsync();
        return authority;
    }

    /// <summary>The product's own kind of credential, which asks here instead of Microsoft Entra.</summary>
    public static TokenCredential Credential(Uri authority, MailApplication application) => new ClientSecretCredential(
        application.TenantId, application.ClientId, application.ClientSecret,
        new ClientSecretCredentialOptions { AuthorityHost = authority, DisableInstanceDiscovery = true });

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
