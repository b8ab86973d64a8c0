using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Internal;

/// <summary>Sends a request and turns refusals into <see cref="RequestFailedException"/>.</summary>
internal static class Sending
{
    /// <summary>Sends and disposes of the message.</summary>
    /// <param name="account">Whose pipeline.</param>
    /// <param name="message">The request.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="alsoFine">A status from 400 up that is an answer, not an error.</param>
    public static async Task<Response> SendAsync(this Account account, HttpMessage message, CancellationToken cancellation, int alsoFine = 0)
    {
        using (message)
        {
            await account.Pipeline.SendAsync(message, cancellation).ConfigureAwait(false);
            return message.Response.Status < 400 || message.Response.Status == alsoFine
                ? message.Response
                : throw new RequestFailedException(message.Response, null, ErrorParser.Shared);
        }
    }

    public static T ReadJson<T>(this Response response, Func<JsonElement, T> read)
    {
        using var json = JsonDocument.Parse(response.Content.ToMemory());
        return read(json.RootElement);
    }

    public static string Header(this Response response, string name) =>
        response.Headers.TryGetValue(name, out var value) ? value : null;
}
