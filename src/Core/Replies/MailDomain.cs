namespace Mailroom.Core.Replies;

/// <summary>The part of a domain that somebody owns: what lies below it costs a sender nothing.</summary>
public static class MailDomain
{
    private const int CountryLength = 2;
    private const int LongestSecondLevel = 3;

    /// <summary>"mail.shop.example" and "shop.example" are one; so are "a.shop.com.cn" and "shop.com.cn". Empty for a domain that is none.</summary>
    /// <remarks>A short second level below a country ("com.cn", "co.uk") is taken for a registry's. A wrong guess only makes a budget tighter.</remarks>
    public static string Owned(string domain)
    {
        var labels = domain.Trim().TrimEnd('.').ToLowerInvariant().Split('.');
        var keep = labels.Length > 2 && labels[^1].Length == CountryLength && labels[^2].Length <= LongestSecondLevel ? 3 : 2;
        return string.Join('.', labels.TakeLast(keep));
    }
}
