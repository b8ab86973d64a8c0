using Mailroom.Core.Mail;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Mail;

public sealed class LetterPrintTests
{
    private static readonly DateTimeOffset Date = new(2026, 5, 6, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly Letter Mail = Letters.Letter(subject: "Refund 12", text: "Where is it?\nThank you.") with { Date = Date };

    public static TheoryData<Letter> Copies =>
    [
        Mail.With("Received", "from elsewhere.example"),
        Mail with { Subject = "[EXTERNAL] Refund 12" },
        Mail with { VisibleText = "Where is it?  \r\n\r\nThank you. " },
        Mail with { VisibleText = "Where is it?\nThank\u00a0you." },
    ];

    public static TheoryData<Letter> Others =>
    [
        Mail with { Subject = "Refund 13" },
        Mail with { VisibleText = "Where is it? Thank you 2." },
        Mail with { Attachments = [new Attachment("a.png", "image/png", 3, "ab", false)] },
    ];

    [Theory]
    [MemberData(nameof(Copies))]
    public void What_relays_change_does_not_count(Letter copy)
    {
        Assert.Equal(LetterPrint.Of(Mail), LetterPrint.Of(copy));
        Assert.Equal((Mail with { MessageId = null }).ThreadId, (copy with { MessageId = null, Sha256 = Letters.Sha(9) }).ThreadId);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void What_people_change_counts(Letter other) => Assert.NotEqual(LetterPrint.Of(Mail), LetterPrint.Of(other));

    [Fact]
    public void A_mail_without_id_and_date_is_told_by_its_bytes_alone()
    {
        var nameless = Mail with { MessageId = null, Date = null };

        Assert.NotEqual(nameless.ThreadId, (nameless with { Sha256 = Letters.Sha(9) }).ThreadId);
        Assert.NotEqual((Mail with { MessageId = null }).ThreadId, (Mail with { MessageId = null, Date = Date.AddSeconds(1) }).ThreadId);
    }
}
