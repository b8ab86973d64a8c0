using Mailroom.Core.Effects;
using Mailroom.Core.Policy;
using Mailroom.Pipeline.Adapters.Mail;
using Mailroom.Pipeline.Adapters.Mail.Writing;
using Mailroom.Pipeline.Settings;
using Mailroom.Support.Builders;
using Microsoft.Extensions.Options;

namespace Mailroom.Pipeline.Tests.Adapters.Mail.Writing;

public sealed class TemplateRendererTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("templates");

    public TemplateRendererTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "templates"));
        Put("layout.html", "<html lang=\"{{language}}\"><title>{{title}}</title>{{preview}}{{{content}}}</html>");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("**bold** and _thin_ and `code`")]
    [InlineData("[click](https://evil.example) <https://evil.example> ![x](https://evil.example/x.png)")]
    [InlineData("# big | table | cell")]
    [InlineData("- 1. > [!CAUTION] --- === ~~~ &lt; &#60;")]
    [InlineData("<img src=x onerror=alert(1)> <!-- \" ' -->")]
    [InlineData("{{ticket}} \\ \\* 100% $5 ~ ^")]
    public void A_value_is_words_and_never_markup(string value)
    {
        Put("acknowledgement.zh.md", "Subject: 主题 {{category}}\nPreview: {{category}}\n\n您好 {{category}} 完\n\n- {{category}}\n\n| a | b |\n|---|---|\n| {{category}} | 2 |\n");

        var worded = Render(value);

        Assert.StartsWith($"您好 {value} 完\n\n- {value}\n\n", worded.Text, StringComparison.Ordinal);
        Assert.Equal(3, worded.Text.Split(value).Length - 1);
        Assert.Equal($"主题 {value}", worded.Subject);
        Assert.DoesNotContain("<img", worded.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<a ", worded.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<strong>", worded.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<h1", worded.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one\n\n# two")]
    [InlineData("one\r\n| x |")]
    [InlineData("one\u2028- two\u0085\ttwo")]
    public void A_value_with_line_ends_stays_on_its_line(string value)
    {
        Put("acknowledgement.zh.md", "Subject: s\n\n- {{category}} 完\n");

        var worded = Render(value);

        Assert.Single(worded.Text.TrimEnd().Split('\n'));
        Assert.DoesNotContain("<h1", worded.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Emphasis_works_beside_Chinese_punctuation()
    {
        Put("acknowledgement.zh.md", "Subject: s\n\n我们会在**{{promise}}**给您答复。\n");

        var worded = Render("x");

        Assert.Contains("<strong>今天 17:30 前（北京时间）</strong>", worded.Html, StringComparison.Ordinal);
        Assert.Equal("我们会在今天 17:30 前（北京时间）给您答复。\n", worded.Text);
    }

    [Fact]
    public void A_table_stands_in_columns_where_a_line_has_room()
    {
        Put("acknowledgement.zh.md", "Subject: s\n\n| 小组 | n |\n|---|--:|\n| 支付组 | 12 |\n| Tech | 3 |\n");

        Assert.Equal("小组    n\n支付组  12\nTech    3\n", Render("x").Text);
    }

    [Fact]
    public void A_column_headed_by_a_block_is_drawn_as_bars_in_both_parts()
    {
        Put("acknowledgement.zh.md", "Subject: s\n\n| 小组 | n | ▇ |\n|---|--:|---|\n| 支付组 | 16 | 4/16 |\n| Tech | 1 | 0/1 |\n| 分诊组 | 0 | 0/0 |\n");

        var worded = Render("x");

        Assert.Equal("小组    n\n支付组  16  ▇▇▇▇░░░░░░░░░░░░\nTech    1   ░\n分诊组  0\n", worded.Text);
        Assert.Contains("<td width=\"24%\" style=\"width:24%;height:14px;line-height:14px;font-size:1px;background:#c0392b\">", worded.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("4/16", worded.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_tells_its_address_in_the_text_part()
    {
        Put("acknowledgement.zh.md", "Subject: s\n\n[打开工单]({{deskAddress}}/tickets/{{ticket}})\n");

        var worded = Render("x");

        Assert.Equal("打开工单: https://desk.wallet.example/tickets/MR-7K3F-9QXA\n", worded.Text);
        Assert.Contains("href=\"https://desk.wallet.example/tickets/MR-7K3F-9QXA\"", worded.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("没有主题行\n\n正文", "Subject:")]
    [InlineData("Subject: s\n\n{{{category}}}", "unescaped")]
    [InlineData("Subject: s\n\n{{&category}}", "unescaped")]
    [InlineData("Subject: s\n\n{{#if category}}", "acknowledgement.zh.md")]
    [InlineData("Subject: s\n\n{{nonsense}}", "nonsense")]
    public void A_template_that_cannot_be_used_says_why(string template, string expected)
    {
        Put("acknowledgement.zh.md", template);

        var failure = Assert.Throws<MailSendException>(() => Render("x"));

        Assert.Contains("acknowledgement.zh.md", failure.Message, StringComparison.Ordinal);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_missing_are_named()
    {
        Put("acknowledgement.zh.md", "Subject: s\n\nx\n");

        var missing = TemplateRenderer.Missing(Settings()).Select(Path.GetFileName).ToList();

        Assert.Contains("acknowledgement.en.md", missing);
        Assert.DoesNotContain("acknowledgement.zh.md", missing);
        Assert.DoesNotContain("layout.html", missing);
    }

    private RenderedMail Render(string category)
    {
        var mail = Outgoing.Acknowledgement(ReplyLanguage.Chinese);
        var values = new Dictionary<string, object?>(mail.Values, StringComparer.Ordinal) { ["category"] = category };
        return new TemplateRenderer(Options.Create(Settings())).Render(mail with { Values = values, Kind = OutgoingKind.Acknowledgement });
    }

    private MailroomSettings Settings() => new() { PolicyFile = Path.Combine(_folder.FullName, "policy.yaml"), DeskAddress = "https://desk.wallet.example/" };

    private void Put(string file, string text) => File.WriteAllText(Path.Combine(_folder.FullName, "templates", file), text);
}
