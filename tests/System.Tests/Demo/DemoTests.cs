using Mailroom.Core.Mail;
using Mailroom.Pipeline.Adapters.Mail;
using Mailroom.Support;
using Mailroom.Support.Azurite;
using Mailroom.SystemTests.Running;

namespace Mailroom.SystemTests.Demo;

/// <summary>The demonstration ends well, its sums add up, and a sudden end in its middle changes nothing.</summary>
public sealed class DemoTests(UndisturbedDemo demo) : IClassFixture<UndisturbedDemo>
{
    private const int MailBound = 36_700_160;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(6);

    private static int Letters => Directory.GetFiles(RepoRoot.At("src", "LocalHost", "Letters"), "*.eml").Length;

    [AzuriteFact]
    public void The_demo_ends_with_every_mail_accounted_for()
    {
        Assert.True(demo.ExitCode == 0, demo.Said);
        var result = demo.Result;

        Assert.Equal(Letters, result.Mails);
        Assert.Equal(result.Mails, result.Tickets + result.Joined + result.Silent);
        Assert.Equal((0, 0), (result.DeadLetters, result.Unaccounted));
        Assert.Equal(result.Tickets, demo.Tickets.Count);
    }

    [AzuriteFact]
    public void The_demo_shows_acknowledgements_escalations_and_a_digest()
    {
        var result = demo.Result;

        Assert.InRange(result.Acks, 22, result.Tickets);
        Assert.InRange(result.Escalations, 3, int.MaxValue);
        Assert.InRange(result.Digests, 1, int.MaxValue);
        // Beside acknowledgements, customers get new promises and short words about further mails.
        var toCustomers = Sent().Count(l => l.HeaderValues("Auto-Submitted").Contains("auto-replied"));
        Assert.Equal(result.Escalations + result.Digests, demo.SentMails.Count - toCustomers);
        Assert.InRange(toCustomers, result.Acks, 2 * result.Acks);
    }

    [AzuriteFact]
    public void No_answer_of_the_demo_goes_to_a_machine_or_twice_to_anyone_for_one_mail()
    {
        var sent = Sent();

        var answers = sent.Where(l => l.HeaderValues("Auto-Submitted").Contains("auto-replied")).ToList();

        Assert.NotEmpty(answers);
        Assert.Equal(sent.Count, sent.Select(l => l.MessageId).Distinct().Count());
        // A new promise answers the mail that the acknowledgement answered; neither comes twice.
        Assert.Equal(answers.Count, answers.Select(l => (l.To[0].Key, l.InReplyTo[0], l.Subject)).Distinct().Count());
        Assert.All(answers, l => Assert.Single(l.To));
        Assert.DoesNotContain(answers, l => l.To[0].Key.Contains("daemon", StringComparison.Ordinal) || l.To[0].Domain == "finance-weekly.example");
    }

    [AzuriteFact]
    public async Task A_demo_killed_in_its_middle_and_started_again_ends_with_the_same_tickets()
    {
        using var folder = new TestFolder();
        await using (var killed = UndisturbedDemo.Start(folder))
        {
            await Wait.ForAsync(
                "a few acknowledgements", Limit, () => Task.FromResult(folder.SentMails() is { Count: >= 4 } sent ? sent : null), () => killed.Said);
            await killed.KillAsync();
            await using var again = UndisturbedDemo.Start(folder);
            var code = await again.EndAsync(Limit);

            Assert.True(code == 0, again.Said);
            Assert.DoesNotContain("\"unaccounted\"", killed.Said, StringComparison.Ordinal);
            Assert.Equal(Mails(demo.Result), Mails(DemoResult.Of(again.Said)));
        }

        Assert.Equal(demo.Tickets, await UndisturbedDemo.TicketsAsync(folder));
    }

    // What was on its way out at the sudden end may be parked as uncertain: the mails that came in are compared.
    private static DemoResult Mails(DemoResult result) => result with { Acks = 0, Escalations = 0, Digests = 0 };

    private List<Letter> Sent() =>
        demo.SentMails.Select(f => ((ReadMail.Readable)LetterReader.Read(File.ReadAllBytes(f), MailBound)).Letter).ToList();
}
