using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Mailroom.Functions.Api.Sources;

/// <summary>A form's fields as bytes: a raw mail need not be UTF-8, and the usual form readers would make it so.</summary>
internal abstract record PostedForm
{
    private const int LongestText = 64 * 1024;
    private const int LongestBoundary = 200;
    private const int MostSections = 1000;

    private PostedForm()
    {
    }

    /// <summary>Reads the wanted fields of a multipart or url-encoded form, all together within the bound; the others are passed over.</summary>
    internal static async Task<PostedForm> ReadAsync(HttpRequest request, string[] wanted, int bound, CancellationToken cancellation)
    {
        if (request.ContentLength > bound)
        {
            return new TooLarge();
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            return new NoForm();
        }

        RawMail.LimitServer(request, bound + 1L);
        try
        {
            var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
            return type.MediaType.Value?.ToLowerInvariant() switch
            {
                "multipart/form-data" when boundary.Length is > 0 and <= LongestBoundary =>
                    await SectionsAsync(new MultipartReader(boundary, request.Body), wanted, bound, cancellation),
                "application/x-www-form-urlencoded" => Pairs(await RawMail.ReadAsync(request, bound, cancellation), wanted),
                _ => new NoForm(),
            };
        }
        catch (InvalidDataException)
        {
            return new NoForm();
        }
    }

    private static async Task<PostedForm> SectionsAsync(MultipartReader reader, string[] wanted, int bound, CancellationToken cancellation)
    {
        var fields = new Dictionary<string, BinaryData>(StringComparer.Ordinal);
        var left = bound;
        for (var count = 0; count < MostSections && await reader.ReadNextSectionAsync(cancellation) is { } section; count++)
        {
            if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                && HeaderUtilities.RemoveQuotes(disposition.Name).Value is { } name
                && wanted.Contains(name, StringComparer.Ordinal)
                && !fields.ContainsKey(name))
            {
                if (await RawMail.ReadAsync(section.Body, 0, left, cancellation) is not { } value)
                {
                    return new TooLarge();
                }

                left -= value.ToMemory().Length;
                fields.Add(name, value);
            }
        }

        return new Fields(fields);
    }

    private static PostedForm Pairs(BinaryData? body, string[] wanted)
    {
        if (body is null)
        {
            return new TooLarge();
        }

        var fields = new Dictionary<string, BinaryData>(StringComparer.Ordinal);
        var bytes = body.ToMemory().Span;
        foreach (var range in bytes.Split((byte)'&'))
        {
            var pair = bytes[range];
            var at = pair.IndexOf((byte)'=');
            var name = at < 0 ? "" : WebUtility.UrlDecode(Encoding.ASCII.GetString(pair[..at]));
            if (wanted.Contains(name, StringComparer.Ordinal) && !fields.ContainsKey(name))
            {
                var coded = pair[(at + 1)..].ToArray();
                fields.Add(name, BinaryData.FromBytes(WebUtility.UrlDecodeToBytes(coded, 0, coded.Length) ?? []));
            }
        }

        return new Fields(fields);
    }

    /// <summary>The fields.</summary>
    internal sealed record Fields(IReadOnlyDictionary<string, BinaryData> Values) : PostedForm
    {
        /// <summary>A field's bytes; null when it is missing.</summary>
        internal BinaryData? Bytes(string name) => Values.GetValueOrDefault(name);

        /// <summary>A field's text; null when it is missing or longer than such a field can be.</summary>
        internal string? Text(string name) => Bytes(name) is { } value && value.ToMemory().Length <= LongestText ? value.ToString() : null;
    }

    /// <summary>More than the bound.</summary>
    internal sealed record TooLarge : PostedForm;

    /// <summary>No form, or one that broke off.</summary>
    internal sealed record NoForm : PostedForm;
}
