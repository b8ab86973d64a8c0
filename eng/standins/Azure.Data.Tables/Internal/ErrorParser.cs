using System.Globalization;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Internal;

/// <summary>Reads code and message from the service's "odata.error"; in a transaction the message starts with the failed action's index.</summary>
internal sealed class ErrorParser : RequestFailedDetailsParser
{
    public const string FailedIndex = "FailedEntity";

    public static ErrorParser Shared { get; } = new();

    public override bool TryParse(Response response, out ResponseError error, out IDictionary<string, string> data)
    {
        error = null;
        data = null;
        if (response.ContentStream is not { CanSeek: true } stream)
        {
            return false;
        }

        try
        {
            stream.Position = 0;
            using var json = JsonDocument.Parse(stream);
            stream.Position = 0;
            if (!json.RootElement.TryGetProperty("odata.error", out var odata))
            {
                return false;
            }

            var message = odata.GetProperty("message").GetProperty("value").GetString();
            error = new ResponseError(odata.GetProperty("code").GetString(), message);
            data = IndexOf(message) is { } index ? new Dictionary<string, string> { [FailedIndex] = index } : [];
            return true;
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string IndexOf(string message)
    {
        var colon = message.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out _) ? message[..colon] : null;
    }
}
