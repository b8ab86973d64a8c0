using System.Net.NetworkInformation;
using System.Security.Cryptography;
using System.Text;
using MimeKit.Internal;

namespace MimeKit.Utils;

/// <summary>Message-IDs and quoting.</summary>
public static class MimeUtils
{
    public static string GenerateMessageId(string domain)
    {
        ArgumentException.ThrowIfNullOrEmpty(domain);
        return $"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}@{MailboxAddress.EncodeAddrspec("x@" + domain)[2..]}";
    }

    public static string GenerateMessageId()
    {
        var host = IPGlobalProperties.GetIPGlobalProperties().HostName.ToLowerInvariant();
        return GenerateMessageId(host.Length > 0 && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') ? host : "localhost");
    }

    public static IEnumerable<string> EnumerateReferences(byte[] buffer, int startIndex, int length) =>
        References(Charsets.Latin1.GetString(buffer, startIndex, length));

    public static IEnumerable<string> EnumerateReferences(string text) => References(text);

    public static string? ParseMessageId(byte[] buffer, int startIndex, int length) =>
        ParseMessageId(Charsets.Latin1.GetString(buffer, startIndex, length));

    public static string? ParseMessageId(string text)
    {
        var line = Header.Unfold(text);
        return References(line).FirstOrDefault() ?? (line.Length > 0 && !line.AsSpan().ContainsAny("<> ") ? line : null);
    }

    public static StringBuilder AppendQuoted(StringBuilder builder, string text)
    {
        builder.Append('"');
        foreach (var c in text)
        {
            _ = c is '\\' or '"' ? builder.Append('\\').Append(c) : builder.Append(c);
        }

        return builder.Append('"');
    }

    public static string Quote(string text) => AppendQuoted(new StringBuilder(), text).ToString();

    private static IEnumerable<string> References(string text)
    {
        var at = 0;
        while ((at = text.IndexOf('<', at)) >= 0)
        {
            var end = text.IndexOf('>', at);
            if (end < 0)
            {
                yield break;
            }

            var start = text.LastIndexOf('<', end, end - at + 1);
            var id = string.Concat(text[(start + 1)..end].Where(c => !char.IsWhiteSpace(c)));
            if (id.Length > 0)
            {
                yield return id;
            }

            at = end + 1;
        }
    }
}
