using Mailroom.Core.Mail;

namespace Mailroom.Core.Policy;

/// <summary>The company as its customers see it.</summary>
public sealed record CompanyPolicy
{
    /// <summary>The company's name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The address that customers write to and that answers come from.</summary>
    public required MailAddress SupportAddress { get; init; }

    /// <summary>Further addresses that are ours, aliases of the support address among them.</summary>
    public IReadOnlyList<MailAddress> OwnAddresses { get; init; } = [];

    /// <summary>The authserv-ids whose Authentication-Results we believe: our own receiver's (RFC 8601).</summary>
    public IReadOnlyList<string> TrustedReceivers { get; init; } = [];

    /// <summary>The official channels, named in each mail.</summary>
    public required LocalizedText OfficialChannels { get; init; }

    /// <summary>The warning that real staff never ask for codes or passwords.</summary>
    public required LocalizedText AntiPhishing { get; init; }

    /// <summary>The IANA time zone in which moments are told to customers, for example "Asia/Shanghai".</summary>
    public required string TimeZone { get; init; }

    /// <summary>How that zone is called, for example "北京时间" and "Beijing time".</summary>
    public required LocalizedText TimeZoneName { get; init; }

    /// <summary>The language of a mail to somebody whose language nothing tells.</summary>
    public ReplyLanguage DefaultLanguage { get; init; } = ReplyLanguage.English;

    /// <summary>How our own mail is recognised.</summary>
    public OwnMail OwnMail => new(
        OwnAddresses.Append(SupportAddress).Select(a => a.Key).ToHashSet(StringComparer.Ordinal),
        SupportAddress.Domain);
}
