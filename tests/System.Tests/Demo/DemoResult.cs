using System.Text.Json;

namespace Mailroom.SystemTests.Demo;

/// <summary>The last line of the demo's output.</summary>
internal sealed record DemoResult(
    int Mails, int Tickets, int Joined, int Silent, int Acks, int Escalations, int Digests, int DeadLetters, int Unaccounted)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads the result out of everything that the demo wrote.</summary>
    public static DemoResult Of(string said)
    {
        var line = said.Split('\n').LastOrDefault(l => l.StartsWith('{'));
        return line is null
            ? throw new InvalidOperationException($"The demo wrote no result.\n{said}")
            : JsonSerializer.Deserialize<DemoResult>(line, Json)!;
    }
}
