using System.Globalization;
using System.Text.Json;

namespace Mailroom.Cli.Running;

/// <summary>Reads fields of the API's answers for tables.</summary>
internal static class JsonFields
{
    /// <summary>The field's text; null when it is null or missing.</summary>
    internal static string? Text(this JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value.ToString() : null;

    /// <summary>The field's moment in this machine's zone, to the minute.</summary>
    internal static string? Moment(this JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var at)
            ? at.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
            : null;

    /// <summary>The field's list; empty when it is missing.</summary>
    internal static IEnumerable<JsonElement> List(this JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];
}
