using System.Collections.Concurrent;
using Azure.Core;
using Azure.Identity;
using Mailroom.Pipeline.Settings;
using MailKit;
using MailKit.Security;
using Microsoft.Identity.Client;

namespace Mailroom.Pipeline.Adapters.SignIn;

/// <summary>Signs in to mail servers with access tokens of an application of ours (SASL XOAUTH2).</summary>
/// <param name="credentials">Makes the source of an application's tokens.</param>
public sealed class MailTokens(Func<MailApplication, TokenCredential> credentials)
{
    // Exchange Online's permissions for applications, IMAP.AccessAsApp and SMTP.SendAsApp, stand behind this scope.
    private const string Scope = "https://outlook.office365.com/.default";

    private const int LongestMessage = 300;

    // A credential keeps its token until that runs out.
    private readonly ConcurrentDictionary<MailApplication, TokenCredential> _credentials = new();

    /// <summary>The source of tokens in the world: Microsoft Entra.</summary>
    public static TokenCredential Entra(MailApplication application) =>
        new ClientSecretCredential(application.TenantId, application.ClientId, application.ClientSecret);

    /// <summary>Signs in for a mailbox.</summary>
    /// <exception cref="AuthenticationException">The application got no token, or the server refused it.</exception>
    /// <exception cref="IOException">Whoever gives tokens did not answer.</exception>
    public async Task SignInAsync(MailService client, MailApplication application, string mailbox, CancellationToken cancellation)
    {
        var token = await TokenAsync(application, cancellation);
        try
        {
            await client.AuthenticateAsync(new SaslMechanismOAuth2(mailbox, token), cancellation);
        }
        catch (AuthenticationException)
        {
            // A token carries the rights of the moment at which it was made: the next attempt asks for a new one.
            _credentials.TryRemove(application, out _);
            throw;
        }
    }

    private async Task<string> TokenAsync(MailApplication application, CancellationToken cancellation)
    {
        try
        {
            var credential = _credentials.GetOrAdd(application, credentials);
            return (await credential.GetTokenAsync(new TokenRequestContext([Scope]), cancellation)).Token;
        }
        catch (AuthenticationFailedException e)
        {
            throw RefusalIn(e) is { } refusal
                ? new AuthenticationException($"The application got no token. {Short(refusal.Message)}", e)
                : new IOException($"No token could be asked for. {Short(e.Message)}", e);
        }
    }

    private static MsalServiceException? RefusalIn(Exception? failure) => failure switch
    {
        null => null,
        MsalServiceException { StatusCode: >= 400 and < 500 and not 408 and not 429 } refusal => refusal,
        _ => RefusalIn(failure.InnerException),
    };

    // Entra's own words begin with their number; what stands before them is general advice.
    private static string Short(string message)
    {
        var words = message[Math.Max(0, message.IndexOf("AADSTS", StringComparison.Ordinal))..];
        return words.Length <= LongestMessage ? words : words[..LongestMessage];
    }
}
