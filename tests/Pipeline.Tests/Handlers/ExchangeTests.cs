using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Mailroom.Core.Effects;
using Mailroom.Pipeline.Adapters.Mail.Writing;
using Mailroom.Support;
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

    [AzuriteTheory]
    [InlineData("Subject: Automatic reply: {subject}\r\nAuto-Submitted: auto-replied\r\nIn-Reply-To: <{id}>\r\nTo: {replyTo}", "I am on holiday until Monday.")]
    [InlineData("Subject: 自动回复：{subject}\r\nTo: {from}", "您好，我正在休假，回来后尽快答复。")]
    [InlineData("Subject: Re: {subject}\r\nTo: {from}", "这是来自QQ邮箱的假期自动回复邮件。\r\n\r\n您好，我最近正在休假中，无法亲自回复您的邮件。我将在假期结束后，尽快给您回复。")]
    [InlineData("Subject: Re: {subject}\r\nIn-Reply-To: <{id}>\r\nReferences: <{id}>\r\nTo: {replyTo}", "Thank you for your mail, we look into it.")]
    [InlineData("Subject: We received your request {round}\r\nTo: {from}", "Thank you for your mail of 10:0{round}. Your case is #8812{round}.")]
    [InlineData("Subject: Re: {subject}\r\nTo: {replyTo}", "谢谢来信，我们会在 {round} 个工作日内处理。")]
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
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_pipelines_that_answer_each_other_fall_silent(bool withoutMarks)
    {
        var folder = Directory.CreateTempSubdirectory("mailroom-other-");
        try
        {
            await using var one = await House.OpenAsync(azurite.NewAccount());
            await using var two = await House.OpenAsync(azurite.NewAccount(), OtherPolicy(folder.FullName));
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
        finally
        {
            folder.Delete(recursive: true);
        }
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
            .Replace("{id}", mail.MessageId, StringComparison.Ordinal)
            .Replace("{from}", mail.From.Address, StringComparison.Ordinal)
            .Replace("{replyTo}", mail.ReplyTo!.Address, StringComparison.Ordinal)
            .Replace("{round}", round.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return $"From: {RawMails.Customer}\r\nMessage-ID: <robot-{round}@customer.example>\r\nDate: Wed, 6 May 2026 10:0{round}:00 +0800\r\nMIME-Version: 1.0\r\n"
            + $"{Filled(headers)}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{Filled(body)}\r\n";
    }

    private static string OtherPolicy(string folder)
    {
        var shipped = RepoRoot.At("src", "Functions", "Policy");
        foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllText(copy, File.ReadAllText(file).Replace("swallowpay.example", "otherpay.example", StringComparison.Ordinal));
        }

        return Path.Combine(folder, "policy.yaml");
    }
}
