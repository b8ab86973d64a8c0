using System.Net;
using System.Text;
using Mailroom.Pipeline.Adapters.Blobs;
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

    /// <summary>Reads the raw mail and the wanted texts of a multipart or url-encoded form; the other fields are passed over.</summary>
    /// <remarks>A multipart form's mail is never in memory whole. A url-encoded one must be: it is three times as long as its mail at worst.</remarks>
    internal static async Task<PostedForm> ReadAsync(
        HttpRequest request, string mail, string[] wanted, int bound, CancellationToken cancellation)
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
                    await SectionsAsync(request, new MultipartReader(boundary, request.Body), (mail, wanted), bound, cancellation),
                "application/x-www-form-urlencoded" => await PairsAsync(request, (mail, wanted), bound, cancellation),
                _ => new NoForm(),
            };
        }
        catch (InvalidDataException)
        {
            return new NoForm();
        }
    }

    private static async Task<PostedForm> SectionsAsync(
        HttpRequest request, MultipartReader reader, (string Mail, string[] Texts) wanted, int bound, CancellationToken cancellation)
    {
        MailSpool? mail = null;
        var texts = new Dictionary<string, BinaryData>(StringComparer.Ordinal);
        long left = bound;
        for (var count = 0; count < MostSections && await reader.ReadNextSectionAsync(cancellation) is { } section; count++)
        {
            var name = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                ? HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? ""
                : "";
            if (name == wanted.Mail && mail is null)
            {
#pragma warning disable CA2000 // The request disposes of it at its end.
                if ((mail = await RawMail.SpoolAsync(request, section.Body, left, cancellation)) is null)
#pragma warning restore CA2000
                {
                    return new TooLarge();
                }

                left -= mail.Length;
            }
            else if (wanted.Texts.Contains(name, StringComparer.Ordinal) && !texts.ContainsKey(name))
            {
                if (await RawMail.ReadAsync(section.Body, 0, (int)left, cancellation) is not { } value)
                {
                    return new TooLarge();
                }

                left -= value.ToMemory().Length;
                texts.Add(name, value);
            }
        }

        return new Fields(mail, texts);
    }

    private static async Task<PostedForm> PairsAsync(
        HttpRequest request, (string Mail, string[] Texts) wanted, int bound, CancellationToken cancellation)
    {
        if (await RawMail.ReadAsync(request, bound, cancellation) is not { } body)
        {
            return new TooLarge();
        }

        var fields = Pairs(body.ToMemory().Span, [wanted.Mail, .. wanted.Texts]);
        var mail = fields.Remove(wanted.Mail, out var raw) ? await RawMail.SpoolAsync(request, raw.ToMemory(), cancellation) : null;
        return new Fields(mail, fields);
    }

    private static Dictionary<string, BinaryData> Pairs(ReadOnlySpan<byte> bytes, IReadOnlyList<string> wanted)
    {
        var fields = new Dictionary<string, BinaryData>(StringComparer.Ordinal);
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

        return fields;
    }

    /// <summary>The fields.</summary>
    /// <param name="Mail">The raw mail; null when it is missing.</param>
    /// <param name="Texts">The others by their names.</param>
    internal sealed record Fields(MailSpool? Mail, IReadOnlyDictionary<string, BinaryData> Texts) : PostedForm
    {
        /// <summary>A field's text; null when it is missing or longer than such a field can be.</summary>
        internal string? Text(string name) =>
            Texts.GetValueOrDefault(name) is { } value && value.ToMemory().Length <= LongestText ? value.ToString() : null;
    }

    /// <summary>More than the bound.</summary>
    internal sealed record TooLarge : PostedForm;

    /// <summary>No form, or one that broke off.</summary>
    internal sealed record NoForm : PostedForm;
}
