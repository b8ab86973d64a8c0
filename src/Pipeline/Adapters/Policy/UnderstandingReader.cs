using System.Globalization;
using Mailroom.Core.Policy;

namespace Mailroom.Pipeline.Adapters.Policy;

/// <summary>Reads what mistakes about a mail cost; what is left out stays as usual.</summary>
internal static class UnderstandingReader
{
    private const string Form = "a number like 0.5";

    /// <summary>The costs.</summary>
    public static UnderstandingPolicy Read(YamlMap map)
    {
        var usual = UnderstandingPolicy.Usual;
        var understanding = new UnderstandingPolicy
        {
            AskCost = map.ParseOptional("askCost", Number, Form) ?? usual.AskCost,
            UrgentFrom = map.ParseOptional("urgentFrom", Number, Form) ?? usual.UrgentFrom,
            SecondFrom = map.ParseOptional("secondFrom", Number, Form) ?? usual.SecondFrom,
            MissCosts = map.Find("missCosts") is { } costs ? Costs(map.Nested(costs, "missCosts")) : usual.MissCosts,
        };
        map.Close();
        return understanding;
    }

    private static Dictionary<string, double> Costs(YamlMap map) =>
        map.Entries().ToDictionary(e => e.Key, e => map.Parse(e.Key, Number, Form, 1), StringComparer.Ordinal);

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
