using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Policy;
using Mailroom.Core.Replies.Digests;
using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.Moments;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Replies.Digests;

public sealed class LinkChoiceTests
{
    private static readonly DateTimeOffset At = Shanghai("2026-03-02 11:00");
    private static readonly DigestPolicy Manager = Policies.Small.DigestsInForce[0];
    private static readonly TicketStory Story = Opened(Monday10, Understood("refund", Priority.P3));
    private static readonly TicketStory Solved = Story.Then(new TicketCommand.Resolve(At, "mei"));
    private static readonly TicketStory Merged = Story.Then(new TicketCommand.Merge(At, "mei", TicketNumber.Derive(Policies.Key, "another", 0)));

    [Fact]
    public void A_ticket_can_be_given_to_the_lead_or_to_the_manager_and_not_to_who_has_it()
    {
        var given = Story.Then(new TicketCommand.Assign(At, "x", "payments-lead@pay.example", ""));

        Assert.Equal([("lead", "payments-lead@pay.example"), ("me", "payments-manager@pay.example")], Choices(DigestLinks.Assign, Story).Select(c => (c.Name, ((TicketCommand.Assign)c.Command).Assignee!)));
        Assert.Equal(["me"], Choices(DigestLinks.Assign, given).Select(c => c.Name));
    }

    [Fact]
    public void An_extension_is_about_the_earliest_deadline_and_tells_the_moment_that_comes_of_it()
    {
        var choices = Choices(DigestLinks.Extend, Story);

        Assert.Equal(
            [("PT4H", Shanghai("2026-03-03 15:00")), ("P1D", Shanghai("2026-03-04 10:00")), ("P2D", Shanghai("2026-03-05 10:00"))],
            choices.Select(c => (c.Name, c.Due!.Value)));
        Assert.All(choices, c => Assert.Equal(c.Due, Story.Then(c.Because("a holiday abroad")).Ticket.ResponseDue));
    }

    [Fact]
    public void What_the_policy_does_not_grant_is_no_choice()
    {
        var house = Policies.House with { Policy = Policies.Small with { Extension = new(Target.OfDays(1)) } };

        Assert.Equal(["PT4H", "P1D"], LinkChoice.Of(DigestLinks.Extend, Story.History, Manager, At, house).Select(c => c.Name));
    }

    [Fact]
    public void An_escalation_by_hand_writes_to_the_head_and_changes_nothing_else()
    {
        var escalated = Story.Then(Assert.Single(Choices(DigestLinks.Escalate, Story)).Because("three mails"));

        var mail = Assert.Single(escalated.Mails);
        Assert.Equal((OutgoingKind.HandEscalation, "head@pay.example", "payments-manager", "three mails"), (mail.Kind, Assert.Single(mail.To).Address, mail.Values["agent"], mail.Values["why"]));
        Assert.Equal(Story.Ticket with { Version = Story.Ticket.Version + 1 }, escalated.Ticket with { People = Story.Ticket.People, Missing = Story.Ticket.Missing });
    }

    [Fact]
    public void A_link_does_nothing_to_a_ticket_that_is_solved_or_merged()
    {
        Assert.All(DigestLinks.Purposes, purpose => Assert.Empty(Choices(purpose, Solved).Concat(Choices(purpose, Merged))));
        Assert.Empty(Solved.Then(new TicketCommand.EscalateByHand(At, "mei", "")).Events);
    }

    [Fact]
    public void A_link_names_its_holder_and_each_of_a_row_and_of_a_digest_is_another()
    {
        var allowed = DigestLinks.Allowed(DigestLinks.Assign, Story.Ticket.Number, Manager, At, Policies.Key);
        var later = DigestLinks.Allowed(DigestLinks.Assign, Story.Ticket.Number, Manager, At.AddHours(8), Policies.Key);
        var other = DigestLinks.Allowed(DigestLinks.Extend, Story.Ticket.Number, Manager, At, Policies.Key);

        Assert.Equal((Manager.Manager, At.AddHours(72)), (DigestLinks.HolderOf(allowed, Policies.House)?.Manager, allowed.Expires));
        Assert.Null(DigestLinks.HolderOf(allowed with { Argument = "somebody" }, Policies.House));
        Assert.Equal(3, new[] { allowed, later, other }.Select(a => DigestLinks.IdOf(a, Policies.Key)).Distinct().Count());
        Assert.StartsWith("https://mail.pay.example/act/assign/1.", DigestLinks.AddressOf(new("https://mail.pay.example/"), allowed, Policies.Key), StringComparison.Ordinal);
    }

    private static IReadOnlyList<LinkChoice> Choices(string purpose, TicketStory story) => LinkChoice.Of(purpose, story.History, Manager, At, Policies.House);
}
