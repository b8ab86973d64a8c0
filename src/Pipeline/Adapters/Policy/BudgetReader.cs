using System.Globalization;
using Mailroom.Core.Policy;

namespace Mailroom.Pipeline.Adapters.Policy;

/// <summary>Reads the budgets of automatic mail; what is left out stays as usual.</summary>
internal static class BudgetReader
{
    private const string Form = "a number of mails and a time, like \"10 in PT30M\"";

    /// <summary>The budgets.</summary>
    public static BudgetPolicy Read(YamlMap map)
    {
        var usual = BudgetPolicy.Usual;
        var budget = new BudgetPolicy
        {
            PerTicket = Limits(map, "perTicket", usual.PerTicket),
            PerRecipient = Limits(map, "perRecipient", usual.PerRecipient),
            PerDomain = Limits(map, "perDomain", usual.PerDomain),
            PerFreeMailDomain = Limits(map, "perFreeMailDomain", usual.PerFreeMailDomain),
            InAll = Limits(map, "inAll", usual.InAll),
            FreeMailDomains = map.Find("freeMailDomains") is { } domains ? map.Texts(domains, "freeMailDomains") : usual.FreeMailDomains,
            ReleasePerMinute = map.ParseOptional("releasePerMinute", Whole, "a whole number") ?? usual.ReleasePerMinute,
        };
        map.Close();
        return budget;
    }

    private static IReadOnlyList<BudgetLimit> Limits(YamlMap map, string key, IReadOnlyList<BudgetLimit> usual)
    {
        if (map.Find(key) is not { } value)
        {
            return usual;
        }

        var texts = map.Texts(value, key);
        foreach (var text in texts.Where(t => Limit(t) is null))
        {
            map.Fault(value, $"\"{text}\" in {key} must be {Form}.");
        }

        return [.. texts.Select(Limit).OfType<BudgetLimit>()];
    }

    private static BudgetLimit? Limit(string text)
    {
        var parts = text.Split(" in ", StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Whole(parts[0]) is { } mails && PolicyText.Target(parts[1]) is { Days: 0 } time ? new(mails, time.Hours) : null;
    }

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
