using Mailroom.Core.Policy;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Core.Deadlines;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Replies;

public sealed class AcknowledgementBudgetTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 6, 10, 0, 0, TimeSpan.Zero);

    private static readonly BudgetPolicy Budget = BudgetPolicy.Usual with
    {
        PerTicket = [new(1, TimeSpan.FromMinutes(10))],
        PerRecipient = [new(2, TimeSpan.FromHours(1)), new(3, TimeSpan.FromDays(1))],
    };

    [Theory]
    [InlineData(new int[0], true)]
    [InlineData(new[] { 5 }, true)]
    [InlineData(new[] { 5, 59 }, false)]
    [InlineData(new[] { 5, 60 }, true)]
    [InlineData(new[] { 61, 120, 1439 }, false)]
    [InlineData(new[] { 61, 120, 1440 }, true)]
    public void An_address_is_written_to_within_its_budget(int[] minutesAgo, bool mayWrite)
    {
        var verdict = Decide(Known([.. minutesAgo.Select(m => Now.AddMinutes(-m))]));

        Assert.Equal(mayWrite, verdict.MayWrite);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void A_ticket_has_a_budget_of_its_own(int minutesAgo, bool mayWrite)
    {
        var verdict = AcknowledgementBudget.Decide(Known(), [new(Now.AddMinutes(-minutesAgo))], "new", Budget, Now);

        Assert.Equal(mayWrite, verdict.MayWrite);
    }

    [Fact]
    public void A_tickets_mails_are_counted_from_its_history_for_the_address_that_they_went_to()
    {
        var history = TicketStory.Opened(TicketStory.Monday10, TicketStory.Understood("refund", Priority.P3)).History;

        Assert.Equal(TicketStory.Monday10, Assert.Single(AcknowledgementBudget.OfTicket(history, TicketStory.Customer.Key)).At);
        Assert.Empty(AcknowledgementBudget.OfTicket(history, "somebody@else.example"));
        Assert.Empty(AcknowledgementBudget.OfTicket(TicketHistory.None, TicketStory.Customer.Key));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(0, true)]
    [InlineData(-1, true)]
    public void A_muted_address_is_left_alone_until_its_time_is_over(int hoursLeft, bool mayWrite)
    {
        var verdict = Decide(new([], Now.AddHours(hoursLeft)));

        Assert.Equal(mayWrite, verdict.MayWrite);
    }

    [Fact]
    public void A_mute_says_until_when_and_which_bounce_caused_it()
    {
        var reason = Decide(new([], Now.AddDays(3), "a mail of MR-1 came back for good, 5.1.1")).Reason;

        Assert.Equal("the address is muted until 2026-05-09 (a mail of MR-1 came back for good, 5.1.1)", reason);
    }

    [Fact]
    public void Each_refusal_says_why()
    {
        string[] reasons =
        [
            Decide(new([], Now.AddDays(1))).Reason,
            Decide(Known(Now, Now)).Reason,
            AcknowledgementBudget.Decide(Known(Now), [], "print 0", Budget, Now).Reason,
            AcknowledgementBudget.Decide(Known(), [new(Now)], "new", Budget, Now).Reason,
            Decide(Known(Now.AddHours(-2), Now.AddHours(-3), Now.AddHours(-4))).Reason,
        ];

        Assert.Equal(5, reasons.Distinct(StringComparer.Ordinal).Count());
        Assert.EndsWith("2 within an hour", reasons[1], StringComparison.Ordinal);
        Assert.EndsWith("3 within a day", reasons[4], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("print 0", 5, false)]
    [InlineData("print 0", 1439, false)]
    [InlineData("print 0", 1440, true)]
    [InlineData("other", 5, true)]
    [InlineData(null, 5, true)]
    public void The_same_words_are_acknowledged_once_a_day(string? fingerprint, int minutesAgo, bool mayWrite)
    {
        var verdict = AcknowledgementBudget.Decide(Known(Now.AddMinutes(-minutesAgo)), [], fingerprint, Budget, Now);

        Assert.Equal(mayWrite, verdict.MayWrite);
    }

    private static BudgetVerdict Decide(AddressMemory known) => AcknowledgementBudget.Decide(known, [], "new", Budget, Now);

    private static AddressMemory Known(params DateTimeOffset[] at) =>
        new([.. at.Select((moment, n) => new GrantedAcknowledgement(moment, $"print {n}"))], null);
}
