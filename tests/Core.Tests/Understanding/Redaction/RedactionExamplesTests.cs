using Mailroom.Core.Policy;
using Mailroom.Core.Understanding;
using Xunit.Abstractions;

namespace Mailroom.Core.Tests.Understanding.Redaction;

/// <summary>Both errors of the redactor, measured on written examples: secrets that stay, and other things that go.</summary>
public sealed class RedactionExamplesTests(ITestOutputHelper output)
{
    private const double Bound = 0.01;

    [Fact]
    public void There_are_more_than_two_hundred_examples_of_each_sort_in_every_language()
    {
        var secrets = RedactionExample.All.SelectMany(e => e.Secrets).ToList();

        Assert.True(secrets.Count >= 220);
        Assert.True(RedactionExample.All.Count(e => e.Secrets.Count == 0) >= 220);
        Assert.Equal(["en", "mixed", "zh", "zh-Hant"], RedactionExample.All.Select(e => e.Language).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["account", "card", "code", "detail", "id", "password", "phone"], secrets.Select(s => s.Kind).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void At_most_one_secret_in_a_hundred_stays()
    {
        var all = RedactionExample.All.SelectMany(e => e.Secrets.Select(s => (Example: e, Secret: s))).ToList();

        var missed = all.Where(s => s.Secret.IsReadIn(Redactor.Redact(s.Example.Text))).ToList();

        AssertFew("secrets missed", missed.Select(s => $"line {s.Example.Line}: {s.Secret.Kind} {s.Secret.Text} in: {s.Example.Text} -> {Redactor.Redact(s.Example.Text)}"), all.Count);
    }

    [Fact]
    public void At_most_one_other_thing_in_a_hundred_goes()
    {
        var all = RedactionExample.All.Where(e => e.Secrets.Count == 0).ToList();

        var eaten = all.Where(e => Redactor.Redact(e.Text) != e.Text).ToList();

        AssertFew("others eaten", eaten.Select(e => $"line {e.Line}: {e.Text} -> {Redactor.Redact(e.Text)}"), all.Count);
    }

    [Fact]
    public void At_most_one_secret_in_a_hundred_takes_other_words_with_it()
    {
        var all = RedactionExample.All.Where(e => e.Secrets.Count > 0).ToList();

        var wide = all.Where(e => Redactor.Read(e.Text, RedactionPolicy.Usual).Spans.Any(s => !e.Secrets.Any(m => m.Start <= s.OriginalStart && s.OriginalEnd <= m.Start + m.Text.Length))).ToList();

        AssertFew("secrets with other words", wide.Select(e => $"line {e.Line}: {e.Text} -> {Redactor.Redact(e.Text)}"), all.Count);
    }

    private void AssertFew(string what, IEnumerable<string> wrong, int all)
    {
        var lines = wrong.ToList();
        output.WriteLine($"{what}: {lines.Count} of {all} ({100.0 * lines.Count / all:0.0} %)");
        Assert.True(lines.Count <= all * Bound, $"{what}: {lines.Count} of {all}\n{string.Join('\n', lines)}");
    }
}
