using System.Text.RegularExpressions;

namespace Mailroom.Core.Tests.Understanding;

/// <summary>The letters that a classifier learns from and is measured by.</summary>
public sealed partial class TrainingLettersTests
{
    private const int Gram = 6;
    private const int FewestGrams = 30;
    private const double Alike = 0.6;

    private static readonly string[] Categories =
    [
        "account_security", "login_access", "payment_failed", "charged_not_credited", "top_up", "withdrawal", "refund", "transaction_dispute",
        "fees", "identity_profile", "promotion", "technical_fault", "account_inquiry", "card_linking", "complaint", "other",
    ];

    [Fact]
    public void Every_letter_says_what_it_is()
    {
        string[] languages = ["zh", "zh-Hant", "en", "mixed"];

        var faults = from letter in TrainingLetter.Learnt.Concat(TrainingLetter.Test)
                     let head = letter.Head
                     where head.Length < 3 || !Categories.Contains(head[0]) || !languages.Contains(head[1]) || !Priority().IsMatch(head[2])
                         || head[3..].Any(f => f is not ("indirect" or "angry") && !(f.StartsWith('+') && f[1..] != head[0] && Categories.Contains(f[1..])))
                         || !letter.Subject.StartsWith("Subject:", StringComparison.Ordinal)
                         || (letter.Words.Length == 0 && letter.Subject is "Subject:" or "Subject: -")
                     select letter.Place;

        Assert.Empty(faults);
    }

    [Fact]
    public void Every_test_letter_tells_its_facts()
    {
        string[] names = ["transaction_id", "amount", "currency", "time", "phone", "card"];

        var faults = TrainingLetter.Test.Where(t => t.Facts is null || (t.Facts != "-" && t.Facts.Split("; ").Any(f => !names.Contains(f.Split('=')[0])))).Select(t => t.Place);

        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("letters")]
    [InlineData("test")]
    public void Each_category_is_there_in_Chinese_and_English(string set)
    {
        var letters = set == "test" ? TrainingLetter.Test : TrainingLetter.Learnt;

        Assert.All(Categories, category => Assert.All(["zh", "en"], language =>
            Assert.True(letters.Count(l => l.Head[0] == category && l.Head[1] == language) >= 5, $"{category} {language}")));
        Assert.True(letters.Count(l => l.Head.Contains("indirect")) * 2 >= letters.Count * 0.95);
        Assert.True(letters.Count(l => l.Head[1] != "en") * 2 > letters.Count);
    }

    [Fact]
    public void No_test_letter_repeats_one_that_is_learnt_from()
    {
        var known = TrainingLetter.Learnt.SelectMany((l, i) => Grams(l).Select(g => (g, i))).ToLookup(p => p.g, p => p.i);

        var repeats = from letter in TrainingLetter.Test
                      let grams = Grams(letter)
                      where grams.Count >= FewestGrams
                      let most = grams.SelectMany(g => known[g]).CountBy(i => i).Select(c => (double)c.Value / Math.Min(grams.Count, Math.Max(FewestGrams, Grams(TrainingLetter.Learnt[c.Key]).Count))).DefaultIfEmpty().Max()
                      where most > Alike
                      select letter.Place;

        Assert.Empty(repeats);
    }

    private static HashSet<string> Grams(TrainingLetter letter)
    {
        var text = string.Concat((letter.Subject[8..] + letter.Words).Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        return [.. Enumerable.Range(0, Math.Max(0, text.Length - Gram + 1)).Select(i => text.Substring(i, Gram))];
    }

    [GeneratedRegex("^P[1-4]$")]
    private static partial Regex Priority();
}
