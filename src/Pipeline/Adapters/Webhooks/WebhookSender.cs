using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mailroom.Core.Effects;
using Mailroom.Core.Failures;
using Mailroom.Core.Replies;
using Mailroom.Pipeline.Adapters.Clock;
using Mailroom.Pipeline.Adapters.Mail;
using Mailroom.Pipeline.Settings;
using Microsoft.Extensions.Options;

namespace Mailroom.Pipeline.Adapters.Webhooks;

/// <summary>Calls a company's webhook: a small signed JSON by POST. Any 2xx is "taken"; redirects are not followed.</summary>
/// <remarks>
/// Headers: <c>X-Mailroom-Id</c> (the same for each attempt), <c>X-Mailroom-Timestamp</c> (Unix seconds) and <c>X-Mailroom-Signature</c>,
/// <c>sha256=</c> with the hex HMAC-SHA-256 of timestamp, "." and body under the webhook's secret.
/// </remarks>
public sealed class WebhookSender(WebhookTargets targets, IOptions<MailroomSettings> settings, TimeProvider clock) : IDisposable
{
    /// <summary>How long a call may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Patience,
    };

    /// <summary>The signature of a body.</summary>
    /// <param name="secret">The webhook's secret.</param>
    /// <param name="timestamp">Unix seconds, as in the header.</param>
    /// <param name="body">The body, byte for byte.</param>
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.ASCII.GetBytes(timestamp + "."), .. body];
        return "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }

    /// <summary>Makes one call.</summary>
    /// <exception cref="MailSendException">It was not taken; the kind says whether it is tried again.</exception>
    public async Task SendAsync(OutgoingMail call, CancellationToken cancellation)
    {
        var name = call.Values.GetValueOrDefault(LadderWebhook.NameKey) as string ?? "";
        if (!targets.All.TryGetValue(name, out var target))
        {
            throw new MailSendException(FailureKind.WebhookRefused, $"There is no setting Webhook__{name}__Url.");
        }

        using var request = Request(call, target);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (!response.IsSuccessStatusCode)
            {
                throw new MailSendException(KindOf(response.StatusCode), $"Webhook {name} answered {(int)response.StatusCode}.");
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            var trouble = (e as HttpRequestException)?.HttpRequestError ?? HttpRequestError.ResponseEnded;
            throw new MailSendException(FailureKind.WebhookDown, $"Webhook {name} could not be reached ({trouble}).", e);
        }
        catch (TaskCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new MailSendException(FailureKind.WebhookDown, $"Webhook {name} did not answer within {Patience.TotalSeconds:0} seconds.", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(OutgoingMail call, WebhookTarget target)
    {
        var body = Body(call);
        var timestamp = FastClock.RealNow(clock).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new HttpRequestMessage(HttpMethod.Post, target.Url)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } },
            Headers =
            {
                { "User-Agent", "Mailroom" },
                { "X-Mailroom-Id", call.Id },
                { "X-Mailroom-Timestamp", timestamp },
                { "X-Mailroom-Signature", Sign(target.Secret, timestamp, body) },
            },
        };
    }

    private byte[] Body(OutgoingMail call)
    {
        var values = call.Values.Where(v => v.Key != LadderWebhook.NameKey).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
        if (settings.Value.DeskAddress.TrimEnd('/') is { Length: > 0 } desk)
        {
            values["link"] = $"{desk}/tickets/{values["ticket"]}";
        }

        return JsonSerializer.SerializeToUtf8Bytes(values);
    }

    // What may pass by itself is tried again: the receiver's own trouble, and "too many".
    private static FailureKind KindOf(HttpStatusCode status) => (int)status switch
    {
        408 or 425 or 429 or >= 500 => FailureKind.WebhookDown,
        _ => FailureKind.WebhookRefused,
    };
}
