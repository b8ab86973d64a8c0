using System.Globalization;
using Mailroom.Core.Understanding;

namespace Mailroom.Core.Tests.Understanding.Facts;

/// <summary>How many of the facts that the test letters hold are read, and how often one is read where there is none.</summary>
public sealed class FactRecallTests
{
    private static readonly List<(IReadOnlyDictionary<string, string> Facts, Entities Read)> Letters = [.. Read()];

    [Theory]
    [InlineData("transaction_id", 0.95, 0.02)]
    [InlineData("amount", 0.95, 0.06)]
    [InlineData("card", 0.95, 0.01)]
    [InlineData("phone", 0.95, 0.01)]
    [InlineData("currency", 0.95, 0.08)]
    [InlineData("time", 0.90, 0.35)]
    public void Most_facts_are_read_and_few_that_are_none(string kind, double leastRecall, double mostInvented)
    {
        var told = Letters.Where(l => l.Facts.ContainsKey(kind)).ToList();
        var silent = Letters.Where(l => !l.Facts.ContainsKey(kind)).ToList();

        var recall = told.Average(l => Same(kind, l.Facts[kind], Value(kind, l.Read)) ? 1.0 : 0);
        var invented = silent.Average(l => Value(kind, l.Read) is null ? 0 : 1.0);

        Assert.True(told.Count >= 100);
        Assert.True(recall >= leastRecall, $"{kind}: recall {recall:0.000}");
        Assert.True(invented <= mostInvented, $"{kind}: invented {invented:0.000}");
    }

    private static string? Value(string kind, Entities read) => kind switch
    {
        "transaction_id" => read.TransactionId,
        "amount" => read.Amount,
        "currency" => read.Currency,
        "card" => read.Card,
        "phone" => read.Phone,
        "time" => read.Time,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static bool Same(string kind, string told, string? read) => (kind, read) switch
    {
        (_, null) => false,
        ("amount", _) => decimal.Parse(told, CultureInfo.InvariantCulture) == decimal.Parse(read, CultureInfo.InvariantCulture),
        ("card" or "phone", _) => LastFour(told) == LastFour(read),
        ("time", _) => Plain(told) is var a && Plain(read) is var b && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal)),
        _ => Plain(told) == Plain(read),
    };

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string LastFour(string text)
    {
        const string Chinese = "零一二三四五六七八九";
        return string.Concat(text.Select(c => Chinese.Contains(c, StringComparison.Ordinal) ? (char)('0' + Chinese.IndexOf(c, StringComparison.Ordinal)) : c).Where(char.IsAsciiDigit))[^4..];
    }

    private static IEnumerable<(IReadOnlyDictionary<string, string> Facts, Entities Read)> Read() =>
        from letter in TrainingLetter.Test
        let subject = letter.Subject["Subject:".Length..].Trim()
        let facts = letter.Facts is null or "-" ? [] : letter.Facts.Split("; ").Select(f => f.Split('=', 2)).ToDictionary(f => f[0], f => f[1])
        select ((IReadOnlyDictionary<string, string>)facts, Policies.Read(letter.Words, subject is "-" ? "" : subject).Entities);
}
