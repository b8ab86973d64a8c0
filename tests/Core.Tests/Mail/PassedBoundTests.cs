using Mailroom.Core.Mail;

namespace Mailroom.Core.Tests.Mail;

public sealed class PassedBoundTests
{
    private const long Limit = 36_700_160;

    [Fact]
    public void The_sentence_tells_the_figures() =>
        Assert.Equal("It is 41.2 MB, over the limit of 35 MB; only its header was read.", new PassedBound(MailBound.Size, 43_200_000, Limit).Sentence);

    [Fact]
    public void One_byte_over_the_limit_does_not_read_as_the_limit() =>
        Assert.StartsWith("It is 35.1 MB, over the limit of 35 MB", new PassedBound(MailBound.Size, Limit + 1, Limit).Sentence, StringComparison.Ordinal);

    [Fact]
    public void A_mail_of_which_the_beginning_is_kept_says_where_the_whole_is() => Assert.Equal(
        "It is 41.2 MB, over the limit of 35 MB; only its header was read. Only its first 512 KB are kept; the whole lies where it came from (imap:support:17:42).",
        new PassedBound(MailBound.Size, 43_200_000, Limit) { Kept = 524_288, Elsewhere = "imap:support:17:42" }.Sentence);

    [Fact]
    public void A_limit_that_was_raised_meanwhile_is_not_told_as_passed() => Assert.StartsWith(
        "It is 41.2 MB; only its header was read. Only its first",
        new PassedBound(MailBound.Size, 43_200_000, 100_000_000) { Kept = 524_288, Elsewhere = "imap:support:17:42" }.Sentence,
        StringComparison.Ordinal);

    [Fact]
    public void Every_bound_has_a_sentence() =>
        Assert.All(Enum.GetValues<MailBound>(), bound => Assert.EndsWith("only its header was read.", new PassedBound(bound, 2, 1).Sentence, StringComparison.Ordinal));
}
