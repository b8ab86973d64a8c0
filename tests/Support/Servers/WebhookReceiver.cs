using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Mailroom.Support.Servers;

/// <summary>A real HTTP server on loopback that keeps what is posted to it.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<WebhookCall> _calls = new();

    private WebhookReceiver(WebApplication app)
    {
        _app = app;
        _app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            var headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            _calls.Enqueue(new(context.Request.Method, context.Request.Path, headers, body.ToArray()));
            context.Response.StatusCode = Answer;
            context.Response.Headers.Location = Answer is >= 300 and < 400 ? "/elsewhere" : default;
        });
    }

    /// <summary>The status that it answers.</summary>
    public int Answer { get; set; } = StatusCodes.Status204NoContent;

    /// <summary>What came, oldest first.</summary>
    public IReadOnlyList<WebhookCall> Calls => [.. _calls];

    /// <summary>Its address.</summary>
    public Uri Url => new(_app.Urls.Single() + "/hook");

    /// <summary>Opens one on a free port.</summary>
    public static async Task<WebhookReceiver> OpenAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(System.Net.IPAddress.Loopback, 0));
        var receiver = new WebhookReceiver(builder.Build());
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>One call that came.</summary>
public sealed record WebhookCall(string Method, string Path, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body);
