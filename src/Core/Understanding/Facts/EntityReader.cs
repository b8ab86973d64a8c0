using Mailroom.Core.Understanding.Facts.Times;

namespace Mailroom.Core.Understanding.Facts;

/// <summary>Finds the facts in a redacted text, each with its place.</summary>
/// <remarks>
/// The kinds compete for what stands in the text: what is a telephone, card, number of a transaction, time, version or device is no
/// amount. Among several of one kind the words around them decide which one the mail is about.
/// </remarks>
internal static class EntityReader
{
    /// <summary>The facts of a text, the best of each kind.</summary>
    public static Entities Read(string text)
    {
        var read = new FactText(text);
        var transaction = Identifiers.Transaction(read);
        var card = Cards.Find(read);
        var phone = Telephones.Find(read);
        var circumstances = Circumstances.Find(text).ToList();
        List<TextSpan> numbers =
        [
            .. Telephones.Places(read), .. Identifiers.Places(read), .. Cards.Places(read), .. circumstances.Where(c => c.Code is "app_version" or "device").Select(c => c.Fact.Place),
            .. transaction is null ? [] : (TextSpan[])[transaction.Place],
        ];
        var phrases = TimePhrases.Find(read).Where(p => !numbers.Exists(p.Place.Overlaps)).ToList();
        var money = Amounts.Find(read, [.. numbers, .. phrases.Select(p => p.Place)]);
        var time = TimePhrases.Best(read, phrases);
        return new Entities(transaction?.Value, money?.Amount, money?.Currency, time?.Value, phone?.Value, card?.Value)
        {
            Other = circumstances.ToDictionary(f => f.Code, f => f.Fact.Value, StringComparer.Ordinal),
            Places = Places(
                [("transaction_id", transaction?.Place), ("amount", money?.Place), ("time", time?.Place), ("phone", phone?.Place), ("card", card?.Place)],
                circumstances),
        };
    }

    private static Dictionary<string, TextSpan> Places(IEnumerable<(string Code, TextSpan? Place)> facts, IEnumerable<(string Code, Found Fact)> circumstances) =>
        facts.Where(f => f.Place is not null).Select(f => (f.Code, Place: f.Place!.Value))
            .Concat(circumstances.Select(c => (c.Code, c.Fact.Place)))
            .ToDictionary(f => f.Code, f => f.Place, StringComparer.Ordinal);
}
