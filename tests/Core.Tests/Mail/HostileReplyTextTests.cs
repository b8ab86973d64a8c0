using Mailroom.Core.Mail;

namespace Mailroom.Core.Tests.Mail;

public sealed class HostileReplyTextTests
{
    private const int Megabyte = 1 << 20;

    public static TheoryData<string> Bodies() =>
    [
        string.Concat(Enumerable.Repeat(">\n", Megabyte / 2)),
        new string('>', Megabyte),
        new string(' ', Megabyte),
        new string('\n', Megabyte),
        new string('-', Megabyte),
        new string('_', Megabyte),
        string.Concat(Enumerable.Repeat("-- \n", Megabyte / 4)),
        string.Concat(Enumerable.Repeat("________________\n", Megabyte / 17)),
        string.Concat(Enumerable.Repeat("On 1 May 2026\n", Megabyte / 14)),
        string.Concat(Enumerable.Repeat("On Fri <a@b.example>\n\n", Megabyte / 22)),
        string.Concat(Enumerable.Repeat("From: a@b.example\n", Megabyte / 18)),
        string.Concat(Enumerable.Repeat("发件人: a@b.example\n主题: x\n", Megabyte / 26)),
        string.Concat(Enumerable.Repeat("a ", Megabyte / 2)) + "wrote:",
        string.Concat(Enumerable.Range(1, 1400).Select(depth => new string('>', depth) + " deep\n")),
        string.Concat(Enumerable.Repeat("-----Original Message-----\n", Megabyte / 27)),
    ];

    [Theory]
    [MemberData(nameof(Bodies), DisableDiscoveryEnumeration = true)]
    public void A_megabyte_of_anything_is_read_and_a_word_in_it_is_never_lost(string body)
    {
        var visible = ReplyText.Visible(body);

        Assert.True(visible.Length <= body.Length);
        Assert.Equal(string.IsNullOrWhiteSpace(body), visible.Length == 0);
    }

    [Fact]
    public void The_persons_words_above_a_hostile_quote_are_found()
    {
        var body = "Help me.\n" + string.Concat(Enumerable.Repeat("> > > >\n", Megabyte / 8));

        Assert.Equal("Help me.", ReplyText.Visible(body));
    }
}
