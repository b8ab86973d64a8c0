using Mailroom.Support;

namespace Mailroom.Cli.Tests.Verbs;

public sealed class ParseVerbTests
{
    private static readonly string Coffee = RepoRoot.At("src", "LocalHost", "Letters", "08-coffee-paid-twice.eml");
    private static readonly string Empty = RepoRoot.At("tests", "Letters", "empty.eml");

    [Fact]
    public async Task A_mail_is_shown_with_the_fields_that_tools_rely_on()
    {
        var typed = await Typed.RunAsync("parse", "--json", Coffee);

        var letter = Assert.Single(typed.Lines);
        Assert.Equal(
            ["file", "ok", "error", "from", "replyTo", "to", "cc", "subject", "date", "messageId", "inReplyTo", "references",
                "text", "visibleText", "hasHtml", "attachments", "kind", "evidence", "language"],
            letter.EnumerateObject().Select(p => p.Name));
        Assert.Equal(0, typed.ExitCode);
        Assert.Equal(Coffee, letter.GetProperty("file").GetString());
        Assert.True(letter.GetProperty("ok").GetBoolean());
        Assert.Equal("Paid twice for one coffee", letter.GetProperty("subject").GetString());
        Assert.Equal("hannah.fischer@gmail.example", letter.GetProperty("from")[0].GetProperty("address").GetString());
        Assert.Equal("2026-11-16T10:44:03+01:00", letter.GetProperty("date").GetString());
        Assert.Equal("human", letter.GetProperty("kind").GetString());
        Assert.Equal("en", letter.GetProperty("language").GetString());
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_says_why_and_the_next_one_goes_on()
    {
        var typed = await Typed.RunAsync("parse", "--json", "no-such-file.eml", Empty, Coffee);

        Assert.Equal(1, typed.ExitCode);
        Assert.Equal([false, false, true], typed.Lines.Select(l => l.GetProperty("ok").GetBoolean()));
        Assert.All(typed.Lines.Take(2), l => Assert.NotEmpty(l.GetProperty("error").GetString()!));
    }

    [Fact]
    public async Task Chinese_is_written_as_Chinese()
    {
        var letter = Directory.EnumerateFiles(RepoRoot.At("src", "LocalHost", "Letters"), "01-*.eml").Single();

        var typed = await Typed.RunAsync("parse", "--json", letter);

        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}{4}", typed.Out);
        Assert.Equal("zh", typed.Lines[0].GetProperty("language").GetString());
    }
}
