namespace Mailroom.Core.Policy;

/// <summary>How much of telephone numbers stays when a text is redacted; of all other secrets nothing or the last four digits stay.</summary>
/// <param name="Mainland">Numbers of mainland China, mobile and landline.</param>
/// <param name="HongKong">Numbers of Hong Kong.</param>
/// <param name="Others">All other numbers.</param>
public sealed record RedactionPolicy(PhoneMask Mainland, PhoneMask HongKong, PhoneMask Others)
{
    /// <summary>The last four digits stay.</summary>
    public static RedactionPolicy Usual { get; } = new(PhoneMask.KeepLastFour, PhoneMask.KeepLastFour, PhoneMask.KeepLastFour);
}

/// <summary>How much of a telephone number stays.</summary>
public enum PhoneMask
{
    /// <summary>The last four digits ("keep-last-four").</summary>
    KeepLastFour,

    /// <summary>The country code, where it is known, and the last four digits ("keep-country").</summary>
    KeepCountry,

    /// <summary>Nothing ("hide").</summary>
    Hide,
}
