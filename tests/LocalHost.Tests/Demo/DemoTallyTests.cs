using Mailroom.Core.Effects;
using Mailroom.Core.Intake;
using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.LocalHost.Demo;
using Mailroom.Pipeline.Adapters.Tables;

namespace Mailroom.LocalHost.Tests.Demo;

public sealed class DemoTallyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 16, 15, 30, 0, TimeSpan.FromHours(8));

    [Fact]
    public void A_file_handed_in_twice_is_two_mails_and_the_second_is_silent()
    {
        var tally = Tally([Row(MailEnding.Ticket, "a.eml", "b.eml")], "a.eml", "b.eml");

        Assert.Equal((2, 1, 1, 0), (tally.Mails, tally.Tickets, tally.Silent, tally.Unaccounted));
    }

    [Fact]
    public void Each_ending_is_counted_in_its_place()
    {
        var tally = Tally(
            [
                Row(MailEnding.Ticket, "a.eml"), Row(MailEnding.Joined, "b.eml"), Row(MailEnding.Noted, "c.eml"),
                Row(MailEnding.List, "d.eml"), Row(MailEnding.DeadLetter, "e.eml"),
            ],
            "a.eml",
            "b.eml",
            "c.eml",
            "d.eml",
            "e.eml");

        Assert.Equal((5, 1, 1, 2, 1), (tally.Mails, tally.Tickets, tally.Joined, tally.Silent, tally.DeadLetters));
    }

    [Fact]
    public void A_file_that_never_came_and_one_without_an_ending_are_unaccounted_and_told()
    {
        var tally = Tally([Row(null, "a.eml")], "a.eml", "lost.eml");

        Assert.Equal(2, tally.Unaccounted);
        Assert.NotNull(tally.Trouble());
    }

    [Fact]
    public void Only_mails_that_lie_in_the_out_folder_count_as_sent()
    {
        var sent = Mail(OutgoingKind.Digest, "1@x.example");
        var vanished = Mail(OutgoingKind.Digest, "2@x.example");
        var snapshot = new DemoSnapshot(
            [],
            new Dictionary<string, DemoTicket>(),
            [sent, vanished, Mail(OutgoingKind.Escalation, "3@x.example") with { State = OutboxState.Parked }],
            new Dictionary<string, SentMail> { ["1@x.example"] = new("f", "1@x.example", "", ""), ["3@x.example"] = new("g", "3@x.example", "", "") },
            Poisoned: 0);

        var tally = DemoTally.Of([], snapshot);

        Assert.Equal((1, 0), (tally.Digests, tally.Escalations));
    }

    private static DemoTally Tally(IReadOnlyList<LedgerRow> rows, params string[] fed) =>
        DemoTally.Of(fed, new DemoSnapshot(rows, new Dictionary<string, DemoTicket>(), [], new Dictionary<string, SentMail>(), 0));

    private static LedgerRow Row(MailEnding? ending, params string[] files) =>
        new(string.Concat(files), Now, [.. files.Select(f => "pickup:" + f)], ending, "rule", "reason", null, ending is null ? null : Now);

    private static OutboxRow Mail(OutgoingKind kind, string messageId) => new(
        "g|1",
        new OutgoingMail
        {
            Id = messageId,
            Kind = kind,
            To = [new MailAddress("", "boss@x.example")],
            From = new MailAddress("", "us@x.example"),
            Language = ReplyLanguage.English,
            MessageId = messageId,
            Values = new Dictionary<string, object?>(),
        },
        OutboxState.Sent,
        1);
}
