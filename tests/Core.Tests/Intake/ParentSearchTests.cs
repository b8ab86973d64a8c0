using Mailroom.Core.Deadlines;
using Mailroom.Core.Intake;
using Mailroom.Core.Mail;
using Mailroom.Core.Tickets;
using Mailroom.Core.Understanding;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Intake;

public sealed class ParentSearchTests
{
    private static readonly DateTimeOffset Now = TicketStory.Monday10;
    private static readonly Letter Reply = Letters.Letter(subject: "Re: 转账没有到账") with { InReplyTo = ["lost@customer.example"] };

    [Fact]
    public void A_reply_with_the_subject_of_the_senders_ticket_of_yesterday_is_likely()
    {
        var found = ParentSearch.Find(Reply, Opens("回复：转账没有到账"), [Earlier(1, "转账没有到账")], null)!;

        Assert.Equal(Facts.OtherTicket, found.Ticket);
        Assert.Equal(
            [SuggestionReason.SameSender, SuggestionReason.LooksLikeReply, SuggestionReason.SimilarSubject, SuggestionReason.Recent], found.Reasons);
        Assert.InRange(found.Score, ParentSuggestion.Likely, 1);
    }

    [Fact]
    public void A_new_matter_of_the_same_sender_has_no_parent() =>
        Assert.Null(ParentSearch.Find(Letters.Letter(), Opens("转账没有到账"), [Earlier(1, "转账没有到账")], null));

    [Fact]
    public void The_same_transaction_speaks_for_a_parent_even_when_nothing_looks_like_a_reply()
    {
        var found = ParentSearch.Find(Letters.Letter(), Opens("还没有结果", "T2026-0505"), [Earlier(20, "转账没有到账", "t20260505"), Earlier(1, "退款")], null)!;

        Assert.Contains(SuggestionReason.SameTransaction, found.Reasons);
        Assert.DoesNotContain(SuggestionReason.Recent, found.Reasons);
    }

    [Fact]
    public void Of_equal_ones_the_newest_is_suggested()
    {
        var newest = Earlier(1, "甲") with { Ticket = Facts.Ticket };

        var found = ParentSearch.Find(Reply, Opens("乙", number: Number("own")), [Earlier(3, "甲"), newest], null);

        Assert.Equal(Facts.Ticket, found!.Ticket);
    }

    [Fact]
    public void A_ticket_that_a_stranger_names_is_suggested_and_no_more()
    {
        var found = ParentSearch.Find(Letters.Letter(), Opens("关于工单"), [], Facts.OtherTicket)!;

        Assert.Equal((Facts.OtherTicket, 0.5), (found.Ticket, found.Score));
        Assert.Equal([SuggestionReason.NumberInSubject], found.Reasons);
    }

    [Fact]
    public void What_came_later_is_forgotten_or_the_ticket_itself_is_no_parent()
    {
        RecentTicket[] known = [Earlier(-1, "转账没有到账"), Earlier(61, "转账没有到账"), Earlier(0, "转账没有到账") with { Ticket = Facts.Ticket }];

        Assert.Null(ParentSearch.Find(Reply, Opens("转账没有到账"), known, null));
    }

    [Fact]
    public void What_is_remembered_holds_no_transaction_number_and_no_long_subject()
    {
        var opens = Opens(new string('长', 500), "T20260505123456");

        Assert.Equal(60, opens.Subject.Length);
        Assert.DoesNotContain("20260505", Assert.Single(opens.Transactions), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_last_tickets_are_remembered_each_once()
    {
        IReadOnlyList<RecentTicket> known = [];
        foreach (var day in new[] { 70, 9, 8, 7, 6, 5, 4, 4 })
        {
            known = RecentTicket.With(known, Earlier(day, "x") with { Ticket = Number($"{day}") });
        }

        Assert.Equal([8, 7, 6, 5, 4], known.Select(k => (int)(Now - k.OpenedAt).TotalDays));
    }

    private static RecentTicket Opens(string subject, string? transaction = null, TicketNumber? number = null) =>
        ParentSearch.Remember(number ?? Facts.Ticket, Now, Understood(subject, transaction), Policies.Key);

    private static RecentTicket Earlier(int daysAgo, string subject, string? transaction = null) =>
        ParentSearch.Remember(Facts.OtherTicket, Now - TimeSpan.FromDays(daysAgo), Understood(subject, transaction), Policies.Key);

    private static MailUnderstanding Understood(string subject, string? transaction) =>
        TicketStory.Understood("other", Priority.P3) with { Subject = subject, Entities = new Entities(transaction) };

    private static TicketNumber Number(string cause) => TicketNumber.Derive(Policies.Key, cause, 0);
}
