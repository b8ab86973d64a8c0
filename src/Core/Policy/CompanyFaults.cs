using Mailroom.Core.Mail;
using NodaTime;

namespace Mailroom.Core.Policy;

/// <summary>Faults of the company's part of a policy.</summary>
internal static class CompanyFaults
{
    // The rest of a local part's 64 characters carries the ticket and its token (RFC 5321 4.5.3.1.1).
    private const int LongestSupportLocalPart = 26;

    /// <summary>The faults; none when it is sound.</summary>
    public static IEnumerable<string> Of(CompanyPolicy company) =>
    [
        .. TextFaults.Of("company: name", company.Name),
        .. TextFaults.Of("company: officialChannels", company.OfficialChannels),
        .. TextFaults.Of("company: antiPhishing", company.AntiPhishing),
        .. TextFaults.Of("company: timeZoneName", company.TimeZoneName),
        .. AddressFaults.Of("company: support", company.SupportAddress),
        .. Support(company.SupportAddress),
        .. company.OwnAddresses.SelectMany(a => AddressFaults.Of("company: ownAddresses", a)),
        .. company.TrustedReceivers.Any(string.IsNullOrWhiteSpace) ? ["company: trustedReceivers holds an empty name; take it out."] : Array.Empty<string>(),
        .. DateTimeZoneProviders.Tzdb.GetZoneOrNull(company.TimeZone) is null
            ? [$"company: timeZone \"{company.TimeZone}\" is unknown; use an IANA name such as Asia/Shanghai."]
            : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Support(MailAddress support)
    {
        var local = support.Key.Split('@')[0];
        if (local.Contains('+', StringComparison.Ordinal) || local.Length > LongestSupportLocalPart)
        {
            yield return $"company: support: \"{support.Address}\" needs at most {LongestSupportLocalPart} characters and no \"+\" before the \"@\": the reply token follows there.";
        }
    }
}

/// <summary>Faults of a text in two languages.</summary>
internal static class TextFaults
{
    /// <summary>The faults; none when both languages have words.</summary>
    public static IEnumerable<string> Of(string place, LocalizedText text)
    {
        if (string.IsNullOrWhiteSpace(text.Zh))
        {
            yield return $"{place}: the Chinese text (zh) is empty.";
        }

        if (string.IsNullOrWhiteSpace(text.En))
        {
            yield return $"{place}: the English text (en) is empty.";
        }
    }
}

/// <summary>Faults of a mail address that the company itself gives.</summary>
internal static class AddressFaults
{
    private const int Longest = 254;

    /// <summary>The fault; none for a plain dot-atom address (RFC 5322 3.4.1).</summary>
    public static IEnumerable<string> Of(string place, MailAddress address)
    {
        var parts = address.Address.Split('@');
        var plain = parts.Length == 2 && address.Address.Length <= Longest
            && parts.All(p => p.Length > 0 && p[0] != '.' && p[^1] != '.' && !p.Contains("..", StringComparison.Ordinal))
            && parts[0].All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~.".Contains(c, StringComparison.Ordinal))
            && parts[1].All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.');
        if (!plain)
        {
            yield return $"{place}: \"{address.Address}\" is no mail address; write it as name@example.com.";
        }
    }
}
