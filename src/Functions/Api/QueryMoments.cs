using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Api;

/// <summary>Reads moments of a query.</summary>
internal static class QueryMoments
{
    /// <summary>The moment; the usual one where it is left out, null where it is none or far from any ticket's life.</summary>
    internal static DateTimeOffset? Read(HttpRequest request, string name, DateTimeOffset usual) => request.Query[name].ToString() switch
    {
        "" => usual,
        var text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.Year is > 1970 and < 2200 ? at : null,
    };

    /// <summary>The answer to one that is none.</summary>
    internal static IResult Refuse(HttpRequest request, string name) => Problem.BadValue(
        request, name, new("请填写带时区的时间，例如 2026-11-20T09:00:00+08:00。", "Give a moment with its offset, like 2026-11-20T09:00:00Z."));
}
