using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Mailroom.Core.Effects;
using Mailroom.Pipeline.Adapters.Mail.Writing;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;

namespace Mailroom.Pipeline.Tests.Handlers;

/// <summary>Machines that answer each other: every exchange dies out after at most two automatic mails a side.</summary>
[Collection(SharedAzurite.Name)]
public sealed partial class ExchangeTests(AzuriteServer azurite)
{
    private const int MostAutomaticMails = 2;
    private const int Rounds = 8;
    private const string Other = "support@otherpay.example";

    // Something else each time, as from a machine that makes its answers up.
    private static readonly string[] Words =
        ["the weather is fine", "祝您生活愉快", "nothing is urgent", "一切安好", "see you soon", "请耐心等待", "all is well", "稍后联系", "best wishes"];

    [AzuriteTheory]
    [InlineData("Subject: Automatic reply: {subject}\r\nAuto-Submitted: auto-replied\r\nIn-Reply-To: <{id}>\r\nTo: {replyTo}", "I am on holiday until Monday.")]
    [InlineData("Subject: 自动回复：{subject}\r\nTo: {from}", "您好，我正在休假，回来后尽快答复。")]
    [InlineData("Subject: Re: {subject}\r\nTo: {from}", "这是来自QQ邮箱的假期自动回复邮件。\r\n\r\n您好，我最近正在休假中，无法亲自回复您的邮件。我将在假期结束后，尽快给您回复。")]
    [InlineData("Subject: Re: {subject}\r\nIn-Reply-To: <{id}>\r\nReferences: <{id}>\r\nTo: {replyTo}", "Thank you for your mail, we look into it.")]
    [InlineData("Subject: We received your request {round}\r\nTo: {from}", "Thank you for your mail of 10:0{round}. Your case is #8812{round}.")]
    [InlineData("Subject: Re: {subject}\r\nTo: {replyTo}", "谢谢来信，我们会在 {round} 个工作日内处理。")]
    [InlineData("Subject: [{round}] Re: {subject} ({round})\r\nTo: {from}", "Your mail is number {round} in our queue.")]
    [InlineData("Subject: Out of office\r\nTo: {from}", "I am away until Monday.\r\n\r\nOn 6 May 2026 at 10:0{round}:17 {from} wrote:\r\n> We have received your mail and answer by today, 17:30.\r\n> Ticket {number}")]
    [InlineData("To: {from}", "Back on Monday, {words}.")]
    [InlineData("Subject: {words}\r\nTo: {from}", "Thank you. {words}, and {words} again.")]
    [InlineData("Subject: 答复：{words}\r\nTo: {from}", "您好！来信已收到，我这几天在外地出差，{words}。紧急事项请致电 1380000000{round}。")]
    [InlineData("Subject: 自动回复\r\nTo: {from}", "这是来自QQ邮箱的假期自动回复邮件。\r\n您好，我正在外地{words}，第 {round} 天，回来后尽快给您回复。")]
    public async Task A_vacation_responder_that_answers_every_acknowledgement_is_soon_alone(string headers, string body)
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        await house.BringAsync(RawMails.Mail());
        var answered = 0;
        for (var round = 1; round <= Rounds && house.Sender.Sent.Count > answered; round++)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(1));
            await house.BringAsync(Answer(house.Sender.Sent[answered++], headers, body, round));
        }

        Assert.InRange(Acknowledgements(house).Count, 1, MostAutomaticMails);
        Assert.InRange(answered, 1, MostAutomaticMails);
    }

    [AzuriteTheory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(14)]
    public async Task A_machine_without_any_mark_that_never_repeats_itself_is_left_alone_while_it_answers_within_a_quarter_of_an_hour(int minutes)
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        await house.BringAsync(RawMails.Mail());
        var answered = 0;
        for (var round = 1; round <= Rounds && house.Sender.Sent.Count > answered; round++)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(minutes));
            await house.BringAsync(Answer(house.Sender.Sent[answered++], "Subject: {words}\r\nTo: {from}", "{words}", round));
        }

        Assert.Equal(MostAutomaticMails, Acknowledgements(house).Count);
    }

    [AzuriteTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_pipelines_that_answer_each_other_fall_silent(bool withoutMarks)
    {
        using var policy = new PolicyFolder(("swallowpay.example", "otherpay.example"));
        await using var one = await House.OpenAsync(azurite.NewAccount());
        await using var two = await House.OpenAsync(azurite.NewAccount(), policy.PolicyFile);
        var (told, toldBack) = (0, 0);
        await one.BringAsync(RawMails.Mail(from: Other));
        await two.BringAsync(RawMails.Mail("letter-2@customer.example", from: RawMails.Support, to: Other));

        for (var round = 0; round < Rounds; round++)
        {
            told += await CarryAsync(one, two, told, withoutMarks);
            toldBack += await CarryAsync(two, one, toldBack, withoutMarks);
        }

        Assert.InRange(Acknowledgements(one).Count, 1, MostAutomaticMails);
        Assert.InRange(Acknowledgements(two).Count, 1, MostAutomaticMails);
        Assert.Equal((Acknowledgements(one).Count, Acknowledgements(two).Count), (told, toldBack));
    }

    // The mail as a gateway may leave it that knows better: without what tells a robot.
    [GeneratedRegex(@"^(Auto-Submitted|X-Auto-Response-Suppress|Precedence|X-Autoreply|X-Loop|X-Mailroom[^:]*|Feedback-ID|List-[^:]*):.*\r?\n([ \t].*\r?\n)*", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marks();

    private static async Task<int> CarryAsync(House from, House to, int told, bool withoutMarks)
    {
        var mails = Acknowledgements(from).Skip(told).ToList();
        foreach (var mail in mails)
        {
            to.Clock.Advance(TimeSpan.FromMinutes(1));
            using var message = from.Get<MailWriter>().Write(mail);
            using var bytes = new MemoryStream();
            await message.WriteToAsync(bytes);
            var raw = Encoding.UTF8.GetString(bytes.ToArray());
            await to.BringAsync(withoutMarks ? Marks().Replace(raw, "") : raw);
        }

        return mails.Count;
    }

    private static List<OutgoingMail> Acknowledgements(House house) =>
        [.. house.Sender.Sent.Where(m => m.Kind == OutgoingKind.Acknowledgement)];

    private static string Answer(OutgoingMail mail, string headers, string body, int round)
    {
        string Filled(string text) => text
            .Replace("{subject}", "我们已收到您的来信", StringComparison.Ordinal)
            .Replace("{words}", Words[round % Words.Length], StringComparison.Ordinal)
            .Replace("{number}", (string)mail.Values["ticket"]!, StringComparison.Ordinal)
            .Replace("{id}", mail.MessageId, StringComparison.Ordinal)
            .Replace("{from}", mail.From.Address, StringComparison.Ordinal)
            .Replace("{replyTo}", mail.ReplyTo!.Address, StringComparison.Ordinal)
            .Replace("{round}", round.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return $"From: {RawMails.Customer}\r\nMessage-ID: <robot-{round}@customer.example>\r\nDate: Wed, 6 May 2026 10:0{round}:00 +0800\r\nMIME-Version: 1.0\r\n"
            + $"{Filled(headers)}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{Filled(body)}\r\n";
    }
}
