using Mailroom.Core.Policy;

namespace Mailroom.Pipeline.Adapters.Policy;

/// <summary>Reads "redaction" of the policy; what is left out stays as usual.</summary>
internal static class RedactionReader
{
    private const string Form = "keep-last-four, keep-country or hide";

    /// <summary>How much of telephone numbers stays.</summary>
    public static RedactionPolicy Read(YamlMap map)
    {
        var usual = RedactionPolicy.Usual;
        var policy = map.Find("phones") is { } phones ? Phones(map.Nested(phones, "phones")) : usual;
        map.Close();
        return policy;
    }

    private static RedactionPolicy Phones(YamlMap map)
    {
        var usual = RedactionPolicy.Usual;
        var policy = new RedactionPolicy(
            map.ParseOptional("mainland", Mask, Form) ?? usual.Mainland,
            map.ParseOptional("hongKong", Mask, Form) ?? usual.HongKong,
            map.ParseOptional("others", Mask, Form) ?? usual.Others);
        map.Close();
        return policy;
    }

    private static PhoneMask? Mask(string text) => text switch
    {
        "keep-last-four" => PhoneMask.KeepLastFour,
        "keep-country" => PhoneMask.KeepCountry,
        "hide" => PhoneMask.Hide,
        _ => null,
    };
}
