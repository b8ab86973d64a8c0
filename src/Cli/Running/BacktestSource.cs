using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Mailroom.Core.Tickets;

namespace Mailroom.Cli.Running;

/// <summary>Where a backtest's tickets come from: the pipeline's API, page by page, or a file of JSON lines.</summary>
/// <param name="Lines">Lines, each with what it is called in a complaint and how much of the whole is read with it, 0 to 1.</param>
internal sealed record BacktestSource(IAsyncEnumerable<BacktestSource.Line> Lines)
{
    private const int Page = 500;

    /// <summary>The tickets of a running pipeline.</summary>
    internal static BacktestSource Of(HostClient host, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellation) =>
        new(PagesAsync(host, from, to, cancellation));

    /// <summary>The lines of a file.</summary>
    internal static BacktestSource Of(string file, CancellationToken cancellation) => new(FileAsync(file, cancellation));

    private static async IAsyncEnumerable<Line> PagesAsync(
        HostClient host, DateTimeOffset? from, DateTimeOffset? to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? after = null;
        do
        {
            var address = $"/api/v1/histories?size={Page}&from={Text(from)}&to={Text(to)}&after={Uri.EscapeDataString(after ?? "")}";
            var page = await host.FindAsync(address, cancellation) ?? throw new CliException($"{host.Url} tells no histories: is it Mailroom, and of this version?");
            var before = Share(after);
            after = page.Text("next");
            foreach (var ticket in page.List("tickets"))
            {
                yield return new(ticket.Text("id") ?? "a ticket", ticket, after is null ? 1 : before);
            }
        }
        while (after is not null);
    }

    private static async IAsyncEnumerable<Line> FileAsync(string file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (length, read) = (File.Exists(file) ? new FileInfo(file).Length : 0, 0L);
        await foreach (var (number, text) in JsonLines.ReadAsync([file], cancellation))
        {
            read += Encoding.UTF8.GetByteCount(text) + 1;
            yield return new($"Line {number}", Parse(text), Math.Min(1, (double)read / Math.Max(1, length)));
        }
    }

    private static JsonElement? Parse(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(DateTimeOffset? at) => Uri.EscapeDataString(at?.ToString("O", CultureInfo.InvariantCulture) ?? "");

    // Numbers are derived: where one lies among all possible ones tells how many of the tickets lie before it.
    private static double Share(string? number)
    {
        var digits = (number ?? "").Replace("MR-", "", StringComparison.Ordinal);
        return digits.Length < 2 ? 0 : ((Crockford.Value(digits[0]) * 32) + Crockford.Value(digits[1])) / 1024.0;
    }

    /// <summary>One ticket as it was written.</summary>
    /// <param name="Name">What it is called in a complaint.</param>
    /// <param name="Json">What it says; null where it is no JSON.</param>
    /// <param name="Share">How much of the whole is read with it, 0 to 1.</param>
    internal sealed record Line(string Name, JsonElement? Json, double Share);
}
