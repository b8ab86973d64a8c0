using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Core.Replies;
using Mailroom.Core.Replies.Digests;
using Mailroom.Core.Tickets;
using Mailroom.Core.Understanding;
using Mailroom.Pipeline.Adapters.Mail.Writing;
using Mailroom.Pipeline.Adapters.Policy;
using Mailroom.Pipeline.Settings;
using Mailroom.Support;
using Mailroom.Support.Builders;
using Microsoft.Extensions.Options;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Pipeline.Tests.Adapters.Policy;

/// <summary>The shipped wording, filled by the shipped policy.</summary>
public sealed class ShippedTemplatesTests
{
    private static readonly string PolicyFile = RepoRoot.At("src", "Functions", "Policy", "policy.yaml");
    private static readonly HouseRules House = new(PolicyReader.Read(PolicyFile), Policies.Key);
    private static readonly TemplateRenderer Renderer =
        new(Options.Create(new MailroomSettings { PolicyFile = PolicyFile, DeskAddress = "http://127.0.0.1:7071/" }));

    public static TheoryData<MailLanguage, string, Priority> Cases => new()
    {
        { MailLanguage.Chinese, "refund", Priority.P3 },
        { MailLanguage.English, "refund", Priority.P2 },
        { MailLanguage.Mixed, "account_security", Priority.P1 },
        { MailLanguage.Other, "other", Priority.P4 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_acknowledgement_says_all_that_it_must(MailLanguage language, string category, Priority priority)
    {
        var mail = Story(language, category, priority).Acknowledgement;

        var worded = Renderer.Render(mail);

        var ticket = (string)mail.Values["ticket"]!;
        Assert.Equal(mail.Language == ReplyLanguage.Chinese ? $"[{ticket}] 我们已收到您的来信" : $"[{ticket}] We have your message", worded.Subject);
        Assert.All([worded.Text, worded.Html], body =>
        {
            Assert.Contains(ticket, body, StringComparison.Ordinal);
            Assert.Contains((string)mail.Values["promise"]!, body, StringComparison.Ordinal);
            Assert.All((List<string>)mail.Values["missing"]!, asked => Assert.Contains(asked, Plain(body), StringComparison.Ordinal));
            Assert.Contains("400-000-0000", body, StringComparison.Ordinal);
        });
        Assert.Contains((string)mail.Values["antiPhishing"]!, worded.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n\n", worded.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MailLanguage.Chinese, "2026-03-02 10:00", "41.2 MB，超过了我们能够打开的 35 MB", "重新发送一次")]
    [InlineData(MailLanguage.English, "2026-03-02 10:00", "41.2 MB, and we can only open messages of up to 35 MB", "send it once more")]
    [InlineData(MailLanguage.Chinese, "2026-03-07 23:00", "41.2 MB，超过了我们能够打开的 35 MB", "现在是非工作时间")]
    [InlineData(MailLanguage.English, "2026-03-07 23:00", "41.2 MB, and we can only", "Our office is closed")]
    public void A_request_to_send_again_says_all_that_it_must(MailLanguage language, string at, string size, string request)
    {
        var understood = Understood("refund", Priority.P3) with { Language = language, Unread = new PassedBound(MailBound.Size, 43_200_000, 36_700_160) };
        var mail = Assert.Single(Step(TicketHistory.None, Open(Moments.Shanghai(at), understood)).Mails);

        var worded = Renderer.Render(mail);

        Assert.All([worded.Text, worded.Html], body => Assert.All(
            [(string)mail.Values["ticket"]!, (string)mail.Values["promise"]!, size, request, "400-000-0000"],
            said => Assert.Contains(said, body, StringComparison.Ordinal)));
        Assert.Contains((string)mail.Values["antiPhishing"]!, worded.Text, StringComparison.Ordinal);
        Assert.All(["{{", "\n\n\n"], bad => Assert.DoesNotContain(bad, worded.Text, StringComparison.Ordinal));
        Assert.All(["<img", "src=", "url(", "{{"], bad => Assert.DoesNotContain(bad, worded.Html, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(MailLanguage.Chinese, "内容过于复杂")]
    [InlineData(MailLanguage.English, "in a way that our system cannot open")]
    public void A_request_to_send_again_names_no_size_where_that_was_not_the_trouble(MailLanguage language, string said)
    {
        var understood = Understood("refund", Priority.P1) with { Language = language, Unread = new PassedBound(MailBound.Time, 0, 20) };

        var worded = Renderer.Render(Step(TicketHistory.None, Open(Moments.Shanghai("2026-03-02 10:00"), understood)).Mails[0]);

        Assert.All([worded.Text, worded.Html], body => Assert.Contains(said, body, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_mail_is_plain_html_without_anything_from_elsewhere(MailLanguage language, string category, Priority priority)
    {
        var story = Story(language, category, priority);

        Assert.All([story.Acknowledgement, story.Notice, story.Digest], mail =>
        {
            var worded = Renderer.Render(mail);
            Assert.All(["<script", "<img", "<link", "src=", "url(", "@import", "{{", "}}"], bad => Assert.DoesNotContain(bad, worded.Html, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain("{{", worded.Text + worded.Subject, StringComparison.Ordinal);
            Assert.StartsWith("<!DOCTYPE html>", worded.Html, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_notice_and_a_digest_link_to_the_desk_and_show_a_subject_as_text()
    {
        var story = Story(MailLanguage.Chinese, "refund", Priority.P3);

        Assert.All([story.Notice, story.Digest], mail =>
        {
            var worded = Renderer.Render(mail);
            Assert.Contains($"http://127.0.0.1:7071/tickets/{story.Number}", worded.Html, StringComparison.Ordinal);
            Assert.Contains("&lt;b&gt;", worded.Html, StringComparison.Ordinal);
            Assert.Contains("<b>退款", worded.Text, StringComparison.Ordinal);
            Assert.Contains("刚刚超时", worded.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_kind_of_mail_is_worded_in_both_languages_for_every_category()
    {
        var mails = from kind in OutgoingKinds.Mails
                    from language in Enum.GetValues<ReplyLanguage>()
                    from category in House.Policy.Categories
                    select SampleMails.Of(kind, language, category.Code, Moments.Shanghai("2026-02-14 19:00"), House);

        Assert.All(mails, mail =>
        {
            var worded = Renderer.Render(mail);
            Assert.Equal(mail.Language == ReplyLanguage.Chinese, worded.Text.Any(c => c is >= '一' and <= '鿿') && !worded.Text.Contains("ticket system", StringComparison.Ordinal));
            Assert.DoesNotContain("**", worded.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("**", worded.Html, StringComparison.Ordinal);
        });
    }

    private static (OutgoingMail Acknowledgement, OutgoingMail Notice, OutgoingMail Digest, string Number) Story(
        MailLanguage language, string category, Priority priority)
    {
        var understood = Understood(category, priority) with
        {
            Language = language,
            Subject = "<b>退款</b> & more",
            Missing = House.Policy.Category(category).RequiredFacts,
            Entities = new(TransactionId: "2026030212345678", Amount: "200.50", Currency: "CNY"),
        };
        var opened = Step(TicketHistory.None, Open(Moments.Shanghai("2026-03-02 19:00"), understood, from: new MailAddress("李雷", "li.lei@mail.example")));
        var late = Step(opened.After, new TicketCommand.CheckDeadlines(opened.After.Ticket!.ResponseDue!.Value));
        var at = late.After.Ticket!.ResponseDue!.Value;
        var manager = House.Policy.DigestsInForce.First(d => d.TeamsOf(House.Policy).Any(t => t.Name == late.After.Ticket.Team));
        var digest = Digest.Write(new(manager, at), new() { At = at, Open = [late.After.Ticket] }, null, House);
        return (opened.Mails[0], late.Mails[^1], digest!, late.After.Ticket.Number.Value);
    }

    private static (TicketHistory After, List<OutgoingMail> Mails) Step(TicketHistory before, TicketCommand command)
    {
        var events = TicketDecider.Decide(before, command, House);
        var after = TicketDecider.Apply(before, events, House);
        return (after, ReplyPlan.For(before.Ticket, after, events, House).OfType<Effect.SendMail>().Select(e => e.Mail).ToList());
    }

    private static string Plain(string body) => System.Net.WebUtility.HtmlDecode(body);
}
