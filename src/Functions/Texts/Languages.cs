using System.Globalization;
using Mailroom.Core.Policy;
using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Texts;

/// <summary>Which language a person in front of a browser or a tool reads.</summary>
internal static class Languages
{
    private const string Chosen = "lang";

    /// <summary>The language asked for by "?lang=", else the better one of Accept-Language (RFC 9110 12.5.4), else English.</summary>
    internal static ReplyLanguage Of(HttpRequest request) =>
        Named(request.Query[Chosen]) ?? Preferred(request.Headers.AcceptLanguage.ToString()) ?? ReplyLanguage.English;

    /// <summary>"zh" or "en", as in "?lang=".</summary>
    internal static string Code(ReplyLanguage language) => language == ReplyLanguage.Chinese ? "zh" : "en";

    /// <summary>The BCP 47 tag for the lang attribute and Content-Language.</summary>
    internal static string Tag(ReplyLanguage language) => language == ReplyLanguage.Chinese ? "zh-CN" : "en";

    private static ReplyLanguage? Preferred(string header)
    {
        ReplyLanguage? best = null;
        var bestWeight = 0.0;
        foreach (var range in header.Split(',', StringSplitOptions.RemoveEmptyEntries).Take(20))
        {
            var parts = range.Split(';', StringSplitOptions.TrimEntries);
            if (Named(parts[0]) is { } language && Weight(parts) is var weight && weight > bestWeight)
            {
                best = language;
                bestWeight = weight;
            }
        }

        return best;
    }

    private static double Weight(string[] parts)
    {
        var q = Array.Find(parts, p => p.StartsWith("q=", StringComparison.OrdinalIgnoreCase));
        return q is null ? 1 : double.TryParse(q[2..], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) ? weight : 0;
    }

    private static ReplyLanguage? Named(string? tag) => tag?.Trim().ToUpperInvariant().Split('-')[0] switch
    {
        "ZH" => ReplyLanguage.Chinese,
        "EN" => ReplyLanguage.English,
        _ => null,
    };
}
