using System.Text.Json;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Failures;
using Mailroom.Core.Mail;
using Mailroom.Core.Tickets;
using Mailroom.Core.Understanding;
using Mailroom.Pipeline.Adapters.Json;
using Mailroom.Support.Builders;

namespace Mailroom.Pipeline.Tests.Adapters.Json;

public sealed class TicketEventJsonTests
{
    private static readonly DateTimeOffset At = new(2026, 5, 6, 10, 0, 0, 123, TimeSpan.FromHours(8));
    private static readonly MailReference Mail = new(Letters.Sha(1), "letter-1@customer.example", ["a@b", "c@d"], "2026/05/06/x.eml");

    private static readonly MailUnderstanding Understanding = new()
    {
        Category = "refund",
        Confidence = 0.875,
        Abstained = true,
        Secondary = "fees",
        Priority = Priority.P2,
        Language = MailLanguage.Mixed,
        Entities = new Entities("T1", "500.00", "CNY", "昨天", "*1234", "6789") { Other = new Dictionary<string, string> { ["device"] = "小米 14" } },
        Missing = ["amount", "time"],
        Angry = true,
        Evidence = ["退款 <x> & \"y\""],
        Unread = new PassedBound(MailBound.Size, 41_000_000, 36_700_160) { Kept = 524_288, Elsewhere = "imap:support:17:42" },
        Subject = "退款没有到账",
        Excerpt = "我的退款…",
    };

    private static readonly JoinEvidence Evidence = new(
        Facts.Ticket, [new(ProofKind.ReplyAddress, "To", Facts.OtherTicket), new(ProofKind.SubjectNumber, "Subject")], SenderMatch.Alias, TrustLevel.Verified);

    public static TheoryData<string> Kinds => [.. Samples.Select(TicketEventJson.NameOf)];

    private static IReadOnlyList<TicketEvent> Samples =>
    [
        new TicketEvent.Opened(
            At, Facts.Ticket, Mail, new MailAddress("李雷", "li.lei@customer.example"), Understanding, "payments",
            new SenderTrust(TrustLevel.Verified, ["dmarc=pass"]), Facts.OtherTicket, "because")
        {
            Evidence = Evidence,
            Suggested = new ParentSuggestion(Facts.OtherTicket, 0.7, [SuggestionReason.LooksLikeReply, SuggestionReason.SameSender]),
        },
        new TicketEvent.CustomerWrote(At, Mail, new MailAddress("", "a@b.example"), Understanding, "because") { Evidence = Evidence, Brought = ["amount"] },
        new TicketEvent.CustomerThanked(At, Mail, new MailAddress("", "a@b.example"), "谢谢！", "because") { Evidence = Evidence },
        new TicketEvent.AutomaticMailArrived(At, Mail, MailKind.AutoReply, "because"),
        new TicketEvent.DeliveryFailed(At, Mail, new DeliveryReport("x@y", null, "5.1.1"), "because"),
        new TicketEvent.MailParked(At, "mail", 3, true, FailureKind.Refused, "because"),
        new TicketEvent.MailHeld(At, "mail", "qq.com", "because"),
        new TicketEvent.MailReleased(At, "han.meimei", "mail"),
        new TicketEvent.MailDropped(At, "han.meimei", "mail", MailDropCause.PromisePassed),
        new TicketEvent.MailResent(At, "han.meimei", "mail", 3, true),
        new TicketEvent.Promised(At, At.AddHours(8), "mail")
        {
            Usual = new(new("refund", Priority.P2, "24x7", 9), 132, TimeSpan.FromMinutes(70)), IsBusy = true, Earlier = new(Facts.OtherTicket, At.AddHours(-2)),
        },
        new TicketEvent.FollowUpAcknowledged(At, At.AddHours(8), "mail"),
        new TicketEvent.Repromised(At, At.AddHours(12), "mail"),
        new TicketEvent.RepromiseWithheld(At, "the address is muted"),
        new TicketEvent.AskedToResend(At, "mail"),
        new TicketEvent.AgentReplied(At, "han.meimei", "mail"),
        new TicketEvent.Resolved(At, "han.meimei"),
        new TicketEvent.Paused(At, "han.meimei", "等客户的单号"),
        new TicketEvent.Resumed(At, "han.meimei", "because"),
        new TicketEvent.Reopened(At, "han.meimei", "because"),
        new TicketEvent.Recategorised(At, "han.meimei", "fees", "because"),
        new TicketEvent.Prioritised(At, "han.meimei", Priority.P1, "because"),
        new TicketEvent.Reassigned(At, "han.meimei", "risk", "because"),
        new TicketEvent.Assigned(At, "han.meimei", "li.lei", "because"),
        new TicketEvent.EscalatedByHand(At, "han.meimei", "because", "mail"),
        new TicketEvent.Extended(At, "han.meimei", DeadlineKind.Resolution, TimeSpan.FromHours(28.5), "because"),
        new TicketEvent.Reminded(At, "mail") { KeptBack = "muted" },
        new TicketEvent.ClosedUnanswered(At, "mail") { KeptBack = "muted" },
        new TicketEvent.SatisfactionAsked(At, "mail", At.AddDays(14)) { KeptBack = "muted" },
        new TicketEvent.CustomerRated(At, SatisfactionRating.NotSolved, "还是没有收到"),
        new TicketEvent.MergedInto(At, "han.meimei", Facts.Ticket),
        new TicketEvent.TookIn(At, "han.meimei", Facts.Ticket, ["li.lei@customer.example"]),
        new TicketEvent.JoinUndone(At, "han.meimei", Letters.Sha(2), Facts.OtherTicket),
        new TicketEvent.LadderReached(At, DeadlineKind.NextResponse, At.AddHours(1), "breach+50", 150, "mail") { Round = 2, Since = At.AddHours(-1) },
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_event_comes_back_as_it_was(string kind)
    {
        var happened = Samples.Single(s => TicketEventJson.NameOf(s) == kind);
        var json = TicketEventJson.Write(happened);

        var read = TicketEventJson.Read(kind, TicketEventJson.Version, json);

        Assert.Equal(happened.GetType(), read.GetType());
        Assert.Equal(json, TicketEventJson.Write(read));
        Assert.Equivalent(happened, read, strict: true);
    }

    [Fact]
    public void An_event_from_before_joins_kept_their_evidence_is_still_read()
    {
        var json = TicketEventJson.Write(Samples.OfType<TicketEvent.CustomerWrote>().Single() with { Evidence = null });

        Assert.DoesNotContain("evidence\":{", json, StringComparison.Ordinal);
        Assert.Null(((TicketEvent.CustomerWrote)TicketEventJson.Read("customer-wrote", 1, json)).Evidence);
    }

    [Fact]
    public void Every_kind_of_event_has_a_sample_here_and_a_name_of_its_own()
    {
        var kinds = typeof(TicketEvent).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(TicketEvent)));

        Assert.Equal(kinds.Order(ByName), Samples.Select(s => s.GetType()).Order(ByName));
        Assert.Equal(Samples.Count, Samples.Select(TicketEventJson.NameOf).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("opened", 2)]
    [InlineData("exploded", 1)]
    public void What_a_newer_program_wrote_is_refused_in_words(string kind, int version)
    {
        var fault = Assert.Throws<JsonException>(() => TicketEventJson.Read(kind, version, "{}"));

        Assert.Contains(kind, fault.Message, StringComparison.Ordinal);
    }

    private static Comparer<Type> ByName => Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name));
}
