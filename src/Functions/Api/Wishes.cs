using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Api;

/// <summary>Reads what a person asks for by the API: a small JSON body that says who.</summary>
internal static class Wishes
{
    /// <summary>The most characters of a name.</summary>
    internal const int LongestName = 80;

    private const int LongestBody = 4096;

    /// <summary>The wish; null when the body is none.</summary>
    internal static async Task<T?> ReadAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await RawMail.ReadAsync(request, LongestBody, cancellation) is { } body
                ? JsonSerializer.Deserialize<T>(body.ToMemory().Span, Answer.Json)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A name as it can stand in a history; null when it cannot.</summary>
    internal static string? Name(string? text) =>
        text?.Trim() is { Length: > 0 and <= LongestName } name && !name.Any(char.IsControl) ? name : null;
}
