namespace Mailroom.Core.Mail.Signs;

/// <summary>Signs of newsletters and mailing lists (RFC 2369, RFC 2919).</summary>
/// <remarks>
/// List-Id and List-Post alone are no sign: a support address behind a group alias puts them on every customer's mail. Those
/// that name our own address are the group's, whatever else it adds.
/// </remarks>
internal static class ListSigns
{
    /// <summary>The signs found.</summary>
    public static IEnumerable<string> Find(Letter letter, OwnMail own)
    {
        if (IsOurGroup(letter, own))
        {
            yield break;
        }

        foreach (var field in (string[])["List-Unsubscribe", "X-BeenThere", "X-Campaign-Id", "X-Mailman-Version"])
        {
            if (letter.HeaderValues(field).Any())
            {
                yield return field;
            }
        }

        foreach (var field in (string[])["Precedence", "X-Precedence"])
        {
            if (HeaderText.Match(letter, field, "bulk", "list", "junk") is { } precedence)
            {
                yield return precedence;
            }
        }
    }

    private static bool IsOurGroup(Letter letter, OwnMail own) =>
        letter.HeaderValues("List-Post").Any(v => own.Addresses.Any(a => v.Contains("mailto:" + a, StringComparison.OrdinalIgnoreCase)))
        || letter.HeaderValues("List-Id").Any(v =>
            own.Addresses.Any(a => v.Contains("<" + a.Replace('@', '.') + ">", StringComparison.OrdinalIgnoreCase)));
}
