using System.Text.Json;
using Mailroom.Core.Mail;
using Mailroom.Pipeline.Adapters.Mail;
using Mailroom.Support;

namespace Mailroom.Pipeline.Tests.Adapters.Mail;

/// <summary>Every letter of tests/Letters is read as the file beside it says.</summary>
public sealed class TroubledLetterTests
{
    private static readonly OwnMail Own = new(new HashSet<string>(StringComparer.Ordinal) { "support@swallowpay.example" }, "swallowpay.example");

    public static TheoryData<string> Troubles =>
        [.. Directory.EnumerateFiles(RepoRoot.At("tests", "Letters"), "*.eml").Select(Path.GetFileNameWithoutExtension).Order().OfType<string>()];

    [Theory]
    [MemberData(nameof(Troubles))]
    public void Letter_is_read_as_expected(string trouble)
    {
        using var expected = JsonDocument.Parse(File.ReadAllBytes(RepoRoot.At("tests", "Letters", $"{trouble}.expected.json")));

        var read = LetterReader.Read(File.ReadAllBytes(RepoRoot.At("tests", "Letters", $"{trouble}.eml")), 36_700_160);

        Assert.Equal(expected.RootElement.GetProperty("ending").GetString() == "unreadable", read is ReadMail.Unreadable);
        if (read is not ReadMail.Readable { Letter: { } letter })
        {
            return;
        }

        Compare(expected.RootElement, "from", value => Assert.Equal(Strings(value), letter.From.Select(a => a.Address)));
        Compare(expected.RootElement, "subject", value => Assert.Equal(value.GetString(), letter.Subject));
        Compare(expected.RootElement, "messageId", value => Assert.Equal(value.GetString(), letter.MessageId));
        Compare(expected.RootElement, "hasHtml", value => Assert.Equal(value.GetBoolean(), letter.HasHtml));
        Compare(expected.RootElement, "attachments", value => Assert.Equal(value.GetInt32(), letter.Attachments.Count));
        Compare(expected.RootElement, "visible", value => Assert.Equal(value.GetString(), letter.VisibleText));
        Compare(expected.RootElement, "kind", value => Assert.Equal(value.GetString(), Kind(letter)));
        Compare(expected.RootElement, "names", value => Assert.Equal(Strings(value), letter.From.Select(a => a.Name)));
        Compare(expected.RootElement, "files", value => Assert.Equal(Strings(value), letter.Attachments.Select(a => a.Name)));
        Compare(expected.RootElement, "references", value => Assert.Equal(Strings(value), letter.References));
        Compare(expected.RootElement, "inReplyTo", value => Assert.Equal(Strings(value), letter.InReplyTo));
        Compare(expected.RootElement, "date", value => Assert.Equal(value.GetDateTimeOffset(), letter.Date));
        Compare(expected.RootElement, "repairs", value => Assert.All(Strings(value), piece => Assert.Contains(piece, string.Join('\n', letter.Repairs), StringComparison.Ordinal)));
        Compare(expected.RootElement, "text", value => Assert.All(Strings(value), piece => Assert.Contains(piece, letter.Text, StringComparison.Ordinal)));
        Compare(expected.RootElement, "textAbsent", value => Assert.All(Strings(value), piece => Assert.DoesNotContain(piece, letter.Text, StringComparison.Ordinal)));
    }

    private static void Compare(JsonElement expected, string name, Action<JsonElement> check)
    {
        if (expected.TryGetProperty(name, out var value))
        {
            check(value);
        }
    }

    private static string Kind(Letter letter) =>
        AutomaticMail.Inspect(letter, Own).Kind is var kind && kind == MailKind.AutoReply ? "auto-reply" : kind.ToString().ToLowerInvariant();

    private static List<string> Strings(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString()).OfType<string>()];
}
