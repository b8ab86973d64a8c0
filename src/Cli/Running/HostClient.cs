using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Mailroom.Cli.Running;

/// <summary>Talks to a running pipeline by its API; every failure is a sentence.</summary>
internal sealed class HostClient(Uri url, string? key) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    // A machine's own address is never behind a proxy.
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = !url.IsLoopback }) { BaseAddress = url, Timeout = Patience };

    /// <summary>Where the pipeline listens.</summary>
    internal Uri Url => url;

    /// <summary>The JSON at an address; null when there is nothing (404).</summary>
    internal async Task<JsonElement?> FindAsync(string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request, cancellation);
    }

    /// <summary>Hands a raw mail in.</summary>
    internal async Task<JsonElement> PostMailAsync(byte[] raw, string source, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/mail");
        request.Content = new ByteArrayContent(raw);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("message/rfc822");
        request.Headers.TryAddWithoutValidation("X-Mail-Source", Uri.EscapeDataString(source));
        return await SendAsync(request, cancellation) ?? throw new CliException($"{url} takes no mail: is it Mailroom?");
    }

    /// <summary>Asks for something to be done; null when there is no such thing (404).</summary>
    internal async Task<JsonElement?> PostAsync<T>(string path, T wish, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(wish) };
        return await SendAsync(request, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<JsonElement?> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("x-functions-key", key);
        }

        try
        {
            using var response = await _http.SendAsync(request, cancellation);
            return response.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync(response, cancellation);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
        {
            throw new CliException(
                $"Nothing listens at {url}. Start the pipeline with: dotnet run --project src/LocalHost, or say where it is with --url.", e);
        }
        catch (HttpRequestException e)
        {
            throw new CliException($"{url} broke off: {e.Message}", e);
        }
        catch (TaskCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new CliException($"{url} did not answer within {Patience.TotalSeconds:0} seconds.", e);
        }
    }

    private async Task<JsonElement> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            throw new CliException($"{url} refused the key: give the function key with --key, or set MAILROOM_KEY.");
        }

        var body = await response.Content.ReadAsByteArrayAsync(cancellation);
        try
        {
            using var json = JsonDocument.Parse(body);
            return response.IsSuccessStatusCode
                ? json.RootElement.Clone()
                : throw new CliException($"{Text(json.RootElement, "title")}: {Text(json.RootElement, "detail")} ({(int)response.StatusCode})");
        }
        catch (JsonException e)
        {
            throw new CliException($"{url} answered {(int)response.StatusCode} without JSON: is it Mailroom?", e);
        }
    }

    private static string? Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) ? value.ToString() : null;
}
