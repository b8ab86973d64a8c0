using System.Text;
using Mailroom.Functions.Api.Sources;
using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Tests.Api.Sources;

/// <summary>Makes requests as providers post them.</summary>
internal static class Posts
{
    public const string Secret = "a secret for tests only";

    // A raw mail is bytes: these are no UTF-8.
    public static byte[] Mail { get; } = [.. "Subject: x\r\n\r\n"u8, 0xD4, 0xCB, 0xB7, 0xD1, (byte)'&', (byte)'=', (byte)'+', (byte)'%', 0];

    public static HttpRequest Request(byte[] body, string? type = null)
    {
        var request = new DefaultHttpContext().Request;
        request.Body = new MemoryStream(body);
        request.ContentType = type;
        return request;
    }

    public static HttpRequest Multipart(params (string Name, byte[] Value)[] fields)
    {
        var body = new List<byte>();
        foreach (var (name, value) in fields)
        {
            body.AddRange(Encoding.ASCII.GetBytes($"--xYz\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n"));
            body.AddRange(value);
            body.AddRange("\r\n"u8.ToArray());
        }

        body.AddRange("--xYz--\r\n"u8.ToArray());
        return Request([.. body], "multipart/form-data; boundary=\"xYz\"");
    }

    public static HttpRequest UrlEncoded(params (string Name, byte[] Value)[] fields) => Request(
        Encoding.ASCII.GetBytes(string.Join('&', fields.Select(f => f.Name + "=" + string.Concat(f.Value.Select(b => $"%{b:X2}"))))),
        "application/x-www-form-urlencoded");

    public static Task<Posting> ReadAsync(MailSource source, HttpRequest request) => source.ReadAsync(request, Secret, CancellationToken.None);

    public static byte[] Bytes(Posting.Mail mail)
    {
        using var copy = new MemoryStream();
        mail.Raw.Open().CopyTo(copy);
        return copy.ToArray();
    }

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
