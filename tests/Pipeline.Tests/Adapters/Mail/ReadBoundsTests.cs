using System.Text;
using Mailroom.Core.Mail;
using Mailroom.Pipeline.Adapters.Mail;
using Mailroom.Support.Builders;

namespace Mailroom.Pipeline.Tests.Adapters.Mail;

/// <summary>What passes a bound is cut and said, or leaves the header alone; it is never slow.</summary>
public sealed class ReadBoundsTests
{
    private const int MaxBytes = 36_700_160;

    // Each takes some tens of milliseconds; a machine full of tests may be a hundred times slower.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(10);

    static ReadBoundsTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public async Task A_mail_over_the_size_is_its_header()
    {
        var raw = Encoding.UTF8.GetBytes(RawMails.Mail(body: new string('x', 3000)));

        var letter = Letter(await ReadAsync(raw, 2000));

        Assert.Equal(new PassedBound(MailBound.Size, raw.Length, 2000), letter.Unread);
        Assert.Equal((RawMails.Customer, "Transfer", "letter-1@customer.example", ""), (letter.Sender!.Address, letter.Subject, letter.MessageId, letter.Text));
        Assert.Contains(letter.Unread!.Sentence, letter.Repairs);
    }

    [Theory]
    [InlineData("To: a@b.example\nSubject: x\n\n")]
    [InlineData("")]
    public async Task What_is_too_large_and_names_no_sender_can_be_answered_by_nobody(string head) =>
        Assert.IsType<ReadMail.Unreadable>(await ReadAsync(Encoding.UTF8.GetBytes(head + new string('x', 3000)), 2000));

    [Fact]
    public async Task Nested_a_thousand_deep_it_is_its_header()
    {
        var letter = Letter(await ReadAsync(HostileMails.Nested(1000)));

        Assert.Equal((MailBound.Depth, "Nested"), (letter.Unread!.Bound, letter.Subject));
    }

    [Fact]
    public async Task Nested_a_thousand_deep_below_a_text_the_text_is_read()
    {
        var letter = Letter(await ReadAsync(HostileMails.Nested(1000, "on top")));

        Assert.Equal(("on top", null), (letter.Text, letter.Unread));
        Assert.Contains("Parts more than 32 deep were not opened.", letter.Repairs);
    }

    [Fact]
    public async Task Mails_within_mails_a_thousand_deep_are_an_attachment()
    {
        var letter = Letter(await ReadAsync(HostileMails.Forwarded(1000)));

        Assert.Equal("message/rfc822", Assert.Single(letter.Attachments).ContentType);
    }

    [Fact]
    public async Task Ten_thousand_files_without_a_word_are_a_header()
    {
        var letter = Letter(await ReadAsync(HostileMails.Parts(10_000)));

        Assert.Equal(new PassedBound(MailBound.Parts, 0, 2000), letter.Unread);
        Assert.Empty(letter.Attachments);
    }

    [Fact]
    public async Task Ten_thousand_files_below_a_text_leave_the_text()
    {
        var letter = Letter(await ReadAsync(HostileMails.Parts(10_000, "see below")));

        Assert.Equal(("see below", null, 500), (letter.Text, letter.Unread, letter.Attachments.Count));
        Assert.Contains("Only the first 2000 parts were opened.", letter.Repairs);
    }

    [Theory]
    [InlineData(1_000_000, true)]
    [InlineData(1_000_000, false)]
    [InlineData(20_000_000, false)]
    public async Task A_header_over_its_bound_is_shortened_and_the_mail_read(int bytes, bool oneField)
    {
        var letter = Letter(await ReadAsync(HostileMails.LongHeader(bytes, oneField)));

        Assert.Equal((RawMails.Customer, "Long header", "the words", null), (letter.Sender!.Address, letter.Subject, letter.Text, letter.Unread));
        Assert.Contains(letter.Repairs, r => r.StartsWith("The header is longer than 256 KB", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_hundred_thousand_recipients_the_first_are_kept_and_nobody_is_answered()
    {
        var letter = Letter(await ReadAsync(HostileMails.Recipients(100_000)));

        Assert.Equal((200, "u0@b.example", "the words"), (letter.To.Count, letter.To[0].Address, letter.Text));
        Assert.Contains("Only the first 200 recipients were kept.", letter.Repairs);
        Assert.True(AutomaticMail.Inspect(letter, Letters.Own).NoReply);
    }

    [Fact]
    public async Task A_text_over_its_bound_is_cut_and_says_so()
    {
        var letter = Letter(await ReadAsync(RawMails.Mail(body: new string('x', 300_000))));

        Assert.Equal(256 * 1024, letter.Text.Length);
        Assert.Contains("Only the first 262144 characters of the text were kept.", letter.Repairs);
    }

    [Fact]
    public void A_reading_whose_time_is_over_stops() => Assert.Throws<OperationCanceledException>(() =>
        LetterReader.Read(KeptMail.Whole(Encoding.UTF8.GetBytes(RawMails.Mail())), MaxBytes, new CancellationToken(canceled: true)));

    private static Task<ReadMail> ReadAsync(string mail) => ReadAsync(Encoding.UTF8.GetBytes(mail), MaxBytes);

    private static Task<ReadMail> ReadAsync(byte[] raw, int most) => Task.Run(() => LetterReader.Read(raw, most)).WaitAsync(Slow);

    private static Letter Letter(ReadMail read) => Assert.IsType<ReadMail.Readable>(read).Letter;
}
