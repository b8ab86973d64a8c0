namespace Mailroom.Core.Mail.Signs;

/// <summary>Reads the words of header values, whatever their case, comments and parameters.</summary>
internal static class HeaderText
{
    /// <summary>The value before parameters and comments, trimmed, in lower case: "auto-replied" of "Auto-Replied (vacation); x=y".</summary>
    public static string Token(string value)
    {
        var end = value.AsSpan().IndexOfAny(';', '(');
        return (end < 0 ? value : value[..end]).Trim().ToLowerInvariant();
    }

    /// <summary>True when a header of that name has one of the tokens.</summary>
    public static string? Match(Letter letter, string name, params ReadOnlySpan<string> tokens)
    {
        foreach (var value in letter.HeaderValues(name))
        {
            var token = Token(value);
            if (tokens.Contains(token, StringComparer.Ordinal))
            {
                return $"{name}: {token}";
            }
        }

        return null;
    }

    /// <summary>True when the mail was sent with the null reverse path, as machines must (RFC 5321 4.5.5).</summary>
    public static bool HasNullReturnPath(Letter letter) =>
        letter.Envelope.HasNullSender
        || letter.HeaderValues("Return-Path").FirstOrDefault()?.Replace(" ", "", StringComparison.Ordinal) is "<>";

    /// <summary>The media type of the mail with its parameters, without white space, in lower case.</summary>
    public static string ContentType(Letter letter) =>
        string.Concat((letter.HeaderValues("Content-Type").FirstOrDefault() ?? "").Where(c => !char.IsWhiteSpace(c) && c != '"'))
            .ToLowerInvariant();

    /// <summary>What stands before the "@" of an address, without its plus part, in lower case; all of one without "@".</summary>
    public static string LocalPart(MailAddress? address)
    {
        var key = address?.Key ?? "";
        var local = key.LastIndexOf('@') is var at and >= 0 ? key[..at] : key;
        var plus = local.IndexOf('+', StringComparison.Ordinal);
        return plus > 0 ? local[..plus] : local;
    }

    /// <summary>The address without its plus part, in the form of <see cref="MailAddress.Key"/>.</summary>
    public static string WithoutPlus(MailAddress address) => $"{LocalPart(address)}@{address.Domain}";
}
