using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mailroom.SystemTests.Running;

/// <summary>A running LocalHost, asked as its users ask it: over HTTP.</summary>
internal sealed partial class RunningMailroom : IAsyncDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(3);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly HttpClient _http;

    private RunningMailroom(LocalHostProcess host, Uri address, string key)
    {
        Host = host;
        _http = new HttpClient { BaseAddress = address };
        _http.DefaultRequestHeaders.Add("x-functions-key", key);
    }

    /// <summary>The process.</summary>
    public LocalHostProcess Host { get; }

    /// <summary>Starts it on a free port and waits until it answers.</summary>
    public static async Task<RunningMailroom> StartAsync(TestFolder data, IReadOnlyDictionary<string, string>? settings = null)
    {
#pragma warning disable CA2000 // It is disposed of below when it does not start, and by its owner when it does.
        var host = LocalHostProcess.Start(data, settings ?? new Dictionary<string, string>(), "--port", "0");
#pragma warning restore CA2000
        try
        {
            var desk = await host.LineAsync("  desk ", StartTime);
            var key = await host.LineAsync("  its key ", StartTime);
            return new RunningMailroom(host, new Uri(Address().Match(desk).Value), Key().Match(key).Groups["key"].Value);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Hands a mail in as a mail provider would.</summary>
    public async Task<HttpResponseMessage> PostAsync(byte[] raw)
    {
        using var content = new ByteArrayContent(raw);
        content.Headers.ContentType = new("message/rfc822");
        return await _http.PostAsync(new Uri("api/mail", UriKind.Relative), content);
    }

    /// <summary>The ledger's rows of today and yesterday, for a test that runs across midnight.</summary>
    public async Task<IReadOnlyList<LedgerLine>> LedgerAsync()
    {
        var today = DateTimeOffset.UtcNow;
        var rows = new List<LedgerLine>();
        foreach (var day in (DateTimeOffset[])[today.AddDays(-1), today])
        {
            var path = $"api/v1/ledger/days/{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";
            var page = await _http.GetFromJsonAsync<LedgerDay>(new Uri(path, UriKind.Relative), Json);
            rows.AddRange(page!.Rows);
        }

        return rows;
    }

    /// <summary>The ledger's row of a mail; null while it is not there.</summary>
    public async Task<LedgerLine?> LedgerAsync(string sha256)
    {
        using var answer = await _http.GetAsync(new Uri($"api/v1/ledger/{sha256}", UriKind.Relative));
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<LedgerLine>(Json) : null;
    }

    /// <summary>The numbers of all open tickets.</summary>
    public async Task<IReadOnlyList<string>> TicketsAsync()
    {
        var page = await _http.GetFromJsonAsync<TicketList>(new Uri("api/v1/tickets?size=500", UriKind.Relative), Json);
        return [.. page!.Tickets.Select(t => t.Number)];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Host.DisposeAsync();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"its key\s+(?<key>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();

    private sealed record LedgerDay(IReadOnlyList<LedgerLine> Rows);

    private sealed record TicketList(IReadOnlyList<TicketLine> Tickets);

    private sealed record TicketLine(string Number);
}

/// <summary>A row of the ledger, as the API tells it.</summary>
internal sealed record LedgerLine(string Sha256, IReadOnlyList<string> Sources, string? Ending, string Rule, string Reason, string? Ticket);
