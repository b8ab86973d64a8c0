using Mailroom.Core.Policy;

namespace Mailroom.Core.Understanding.Redaction;

/// <summary>What stands for a telephone number, by its country and the policy.</summary>
internal static class PhoneMasks
{
    /// <summary>The mask.</summary>
    /// <param name="country">The country code without plus; empty when it is not known.</param>
    /// <param name="digits">The digits of the number.</param>
    /// <param name="policy">How much stays.</param>
    public static string Of(string country, string digits, RedactionPolicy policy)
    {
        var mask = country switch { "86" => policy.Mainland, "852" => policy.HongKong, _ => policy.Others };
        return mask switch
        {
            PhoneMask.Hide => Masks.Phone + Masks.PhoneTail,
            PhoneMask.KeepCountry when country.Length > 0 => $"+{country}-{Masks.Phone}{digits[^4..]}",
            PhoneMask.KeepCountry or PhoneMask.KeepLastFour => Masks.Phone + digits[^4..],
            _ => throw new ArgumentOutOfRangeException(nameof(policy), mask, null),
        };
    }
}
