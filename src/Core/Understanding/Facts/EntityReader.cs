namespace Mailroom.Core.Understanding.Facts;

/// <summary>Finds the facts in a redacted text.</summary>
internal static class EntityReader
{
    /// <summary>The facts of a text, the first of each kind.</summary>
    public static Entities Read(string text)
    {
        var money = Money.Find(text);
        return new Entities(
            Identifiers.Transaction(text),
            money?.Amount,
            money?.Currency,
            Times.Find(text),
            LastDigits.Phone(text),
            LastDigits.Card(text))
        {
            Other = Circumstances.Find(text).ToDictionary(f => f.Code, f => f.Value, StringComparer.Ordinal),
        };
    }
}
