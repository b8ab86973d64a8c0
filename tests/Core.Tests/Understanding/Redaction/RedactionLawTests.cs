using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Mailroom.Core.Policy;
using Mailroom.Core.Understanding;

namespace Mailroom.Core.Tests.Understanding.Redaction;

/// <summary>What holds of every text.</summary>
public sealed class RedactionLawTests
{
    // The longest mask stands for a resident id; the shortest secret is a PIN of three characters.
    private const int MostLongerPerSecret = 18;

    public static TheoryData<PhoneMask> Masks() => [PhoneMask.KeepLastFour, PhoneMask.KeepCountry, PhoneMask.Hide];

    public static TheoryData<string> Hostile() =>
    [
        "1", "密码", " ", "*", "4111 ", "1-", "password is ", "+1 2 3 4 ", "\n> ", "12\n", "一", "账号 1", "(", "a1 ", "gb82 ", "验证码，", "+", "****", "**** ", "my pin, ", "8 ", "有效期 ", "call me on ", "is ", "a", "!", "2026-", "00852",
    ];

    [Theory]
    [MemberData(nameof(Masks))]
    public void Redacted_once_more_a_text_stays_as_it_is(PhoneMask mask)
    {
        var policy = new RedactionPolicy(mask, mask, mask);

        Holds(1500, text => Redactor.Redact(text, policy) is var once && Redactor.Redact(once, policy) == once);
    }

    [Fact]
    public void Every_span_stands_where_it_says_and_all_else_stays() => Holds(500, text =>
    {
        var redacted = Redactor.Read(text, RedactionPolicy.Usual);
        var (at, original) = (0, 0);
        foreach (var span in redacted.Spans)
        {
            if (redacted.Text[at..span.Start] != text[original..span.OriginalStart] || !redacted.Text[span.Start..span.End].Contains("****", StringComparison.Ordinal))
            {
                return false;
            }

            (at, original) = (span.End, span.OriginalEnd);
        }

        return redacted.Text[at..] == text[original..];
    });

    [Fact]
    public void Places_lead_there_and_back() => Holds(500, text =>
    {
        var redacted = Redactor.Read(text, RedactionPolicy.Usual);
        return Enumerable.Range(0, text.Length + 1)
            .Where(p => !redacted.Spans.Any(s => s.OriginalStart <= p && p < s.OriginalEnd))
            .All(p => redacted.ToOriginal(redacted.ToRedacted(p)) == p);
    });

    [Fact]
    public void A_text_grows_by_no_more_than_its_masks() => Holds(500, text =>
        Redactor.Read(text, RedactionPolicy.Usual) is var redacted && redacted.Text.Length <= text.Length + (MostLongerPerSecret * redacted.Spans.Count));

    // But for an expiry, which a card on the line before tells from other dates.
    [Fact]
    public void Sentences_on_lines_of_their_own_are_redacted_one_by_one() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Gen.Elements(RedactionExample.All.Where(e => !e.Text.Contains("exp", StringComparison.OrdinalIgnoreCase) && !e.Text.Contains("valid", StringComparison.OrdinalIgnoreCase)).Select(e => $"- {e.Text}。").ToArray()).ArrayOf(4).ToArbitrary(), lines =>
            Redactor.Redact(string.Join('\n', lines)) == string.Join('\n', lines.Select(Redactor.Redact))));

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_megabyte_of_anything_takes_the_time_of_its_length(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length));
        var clock = Stopwatch.StartNew();

        var once = Redactor.Redact(text);

        // Far above what it takes, far below what a square of the length would.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
        Assert.True(once.Length <= Redactor.LongestText * 4);
    }

    private static void Holds(int tests, Func<string, bool> law) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests), Prop.ForAll(Gen.OneOf(AnyText.Of, AnyText.Short).ToArbitrary(), law));
}
