using System.Globalization;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Internal;

/// <summary>A transaction as the multipart text of an OData batch with one changeset.</summary>
internal static class Changeset
{
    private const string LineEnd = "\r\n";

    public static async Task<byte[]> WriteAsync(string batch, IEnumerable<HttpMessage> messages, CancellationToken cancellation)
    {
        var changeset = $"changeset_{Guid.NewGuid()}";
        using var stream = new MemoryStream();
        Line(stream, $"--{batch}");
        Line(stream, $"Content-Type: multipart/mixed; boundary={changeset}");
        Line(stream, "");
        var id = 0;
        foreach (var message in messages)
        {
            using (message)
            {
                Line(stream, $"--{changeset}");
                await WritePartAsync(stream, message.Request, id++, cancellation).ConfigureAwait(false);
            }
        }

        Line(stream, $"--{changeset}--");
        Line(stream, $"--{batch}--");
        return stream.ToArray();
    }

    /// <summary>The answers in their order. A refused transaction has one answer: the refusal.</summary>
    public static List<Response> Read(string contentType, ReadOnlyMemory<byte> body) =>
        Parts(contentType, Encoding.UTF8.GetString(body.Span)).ToList();

    private static async Task WritePartAsync(MemoryStream stream, Request request, int id, CancellationToken cancellation)
    {
        Line(stream, "Content-Type: application/http");
        Line(stream, "Content-Transfer-Encoding: binary");
        Line(stream, "");
        Line(stream, $"{request.Method} {request.Uri.ToUri().AbsoluteUri} HTTP/1.1");
        foreach (var header in request.Headers.Where(header => !header.Name.StartsWith("x-ms-", StringComparison.OrdinalIgnoreCase)))
        {
            Line(stream, $"{header.Name}: {header.Value}");
        }

        Line(stream, $"Content-ID: {id.ToString(CultureInfo.InvariantCulture)}");
        if (request.Content is { } content && content.TryComputeLength(out var length))
        {
            Line(stream, $"Content-Length: {length.ToString(CultureInfo.InvariantCulture)}");
            Line(stream, "");
            await content.WriteToAsync(stream, cancellation).ConfigureAwait(false);
        }
        else
        {
            Line(stream, "");
        }

        Line(stream, "");
    }

    private static IEnumerable<Response> Parts(string contentType, string text)
    {
        foreach (var part in Split(text, Boundary(contentType)))
        {
            var (headers, body) = HeadersAndBody(part);
            var type = headers.FirstOrDefault(header => string.Equals(header.Name, "Content-Type", StringComparison.OrdinalIgnoreCase)).Value ?? "";
            if (type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
            {
                foreach (var inner in Parts(type, body))
                {
                    yield return inner;
                }
            }
            else if (Answer(body) is { } answer)
            {
                yield return answer;
            }
        }
    }

    private static PartResponse Answer(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var status = (end < 0 ? text : text[..end]).TrimEnd('\r').Split(' ', 3);
        if (status.Length < 2 || !int.TryParse(status[1], NumberStyles.None, CultureInfo.InvariantCulture, out var code))
        {
            return null;
        }

        var (headers, body) = HeadersAndBody(end < 0 ? "" : text[(end + 1)..]);
        return new(code, status.Length > 2 ? status[2] : "", headers, Encoding.UTF8.GetBytes(body));
    }

    private static IEnumerable<string> Split(string text, string boundary)
    {
        var delimiter = $"--{boundary}";
        var start = text.IndexOf(delimiter, StringComparison.Ordinal);
        while (start >= 0)
        {
            start += delimiter.Length;
            var next = text.IndexOf(delimiter, start, StringComparison.Ordinal);
            if (next < 0)
            {
                yield break;
            }

            yield return text[start..next].TrimStart('\r', '\n').TrimEnd('\r', '\n');
            start = next;
        }
    }

    private static (List<HttpHeader> Headers, string Body) HeadersAndBody(string text)
    {
        var headers = new List<HttpHeader>();
        var position = 0;
        while (position < text.Length)
        {
            var end = text.IndexOf('\n', position);
            var line = (end < 0 ? text[position..] : text[position..end]).TrimEnd('\r');
            position = end < 0 ? text.Length : end + 1;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.Length == 0)
            {
                break;
            }

            if (colon > 0)
            {
                headers.Add(new HttpHeader(line[..colon].Trim(), line[(colon + 1)..].Trim()));
            }
        }

        return (headers, text[position..]);
    }

    private static string Boundary(string contentType)
    {
        const string Name = "boundary=";
        var start = contentType?.IndexOf(Name, StringComparison.OrdinalIgnoreCase) ?? -1;
        return start < 0
            ? throw new InvalidOperationException($"The answer to a transaction has no boundary: '{contentType}'.")
            : contentType[(start + Name.Length)..].Split(';')[0].Trim().Trim('"');
    }

    private static void Line(MemoryStream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text + LineEnd));
}
