using Mailroom.Core.Intake.Mailboxes;

namespace Mailroom.Core.Tests.Intake.Mailboxes;

public sealed class MailboxPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 6, 2, 0, 0, TimeSpan.Zero);
    private static readonly MailboxPolicy Plain = new(Moves: false, StartsWithNew: false);

    [Fact]
    public void The_first_look_takes_everything_lowest_number_first()
    {
        var state = Open(MailboxState.Fresh, new FolderFacts(9, 6), Plain);

        Assert.Equal(1u, MailboxPlan.SearchFrom(state));
        Assert.Equal([2u, 3u, 5u], MailboxPlan.Waiting(state, [5, 2, 3, 5]));
    }

    [Fact]
    public void A_mail_that_shows_up_late_under_a_lower_number_is_taken()
    {
        var state = Took(Open(MailboxState.Fresh, new FolderFacts(9, 1), Plain), 10, 12);

        var waiting = MailboxPlan.Waiting(state, [10, 11, 12]);

        Assert.Equal([11u], waiting);
    }

    [Fact]
    public void The_last_mail_that_servers_add_to_an_open_range_is_not_taken_again()
    {
        var state = Took(Open(MailboxState.Fresh, new FolderFacts(9, 1), Plain), 7000);

        Assert.Equal(7000 - MailboxPlan.Overlap + 1, MailboxPlan.SearchFrom(state));
        Assert.Empty(MailboxPlan.Waiting(state, [7000]));
        Assert.Empty(MailboxPlan.Waiting(state, [3]));
    }

    [Fact]
    public void What_is_remembered_stays_bounded()
    {
        var state = Took(MailboxState.Fresh with { UidValidity = 9 }, [.. Enumerable.Range(1, 5000).Select(n => (uint)n)]);

        Assert.Equal(MailboxPlan.Overlap, (uint)state.Taken.Count);
        Assert.Equal(5000u, state.HighWater);
    }

    [Fact]
    public void New_numbers_mean_that_all_is_looked_at_again()
    {
        var before = Took(Open(MailboxState.Fresh, new FolderFacts(9, 1), Plain), 40);

        var opening = Assert.IsType<MailboxOpening.Ready>(MailboxPlan.Open(before, new FolderFacts(10, 30), Plain, Now));

        Assert.True(opening.IsAnew);
        Assert.Equal([1u, 29u], MailboxPlan.Waiting(opening.State, [1, 29]));
    }

    [Fact]
    public void A_mailbox_that_starts_with_new_mails_leaves_old_ones_alone_even_when_its_numbers_begin_anew()
    {
        var policy = Plain with { StartsWithNew = true };
        var first = Open(MailboxState.Fresh, new FolderFacts(9, 100), policy);

        var anew = Open(first, new FolderFacts(10, 60), policy);

        Assert.Equal([100u], MailboxPlan.Waiting(first, [.. Enumerable.Range(1, 100).Select(n => (uint)n)]).Where(uid => !MailboxPlan.IsFromBefore(first, uid, Now.AddDays(-1))));
        Assert.True(MailboxPlan.IsFromBefore(anew, 59, Now.AddDays(-1)));
        Assert.False(MailboxPlan.IsFromBefore(anew, 59, Now.AddDays(1)));
        Assert.False(MailboxPlan.IsFromBefore(anew, 60, Now.AddDays(-1)));
    }

    [Fact]
    public void A_server_without_lasting_numbers_is_refused_unless_mails_are_moved_away()
    {
        var facts = new FolderFacts(0, 1);

        var refused = MailboxPlan.Open(MailboxState.Fresh, facts, Plain, Now);
        var moved = MailboxPlan.Open(Took(MailboxState.Fresh, 3), facts, Plain with { Moves = true }, Now);

        Assert.Contains("UIDVALIDITY", Assert.IsType<MailboxOpening.Refused>(refused).Reason, StringComparison.Ordinal);
        Assert.Equal([1u, 3u], MailboxPlan.Waiting(Assert.IsType<MailboxOpening.Ready>(moved).State, [1, 3]));
    }

    [Fact]
    public void A_mailbox_that_starts_with_new_mails_is_refused_where_old_ones_cannot_be_told_from_new()
    {
        var opening = MailboxPlan.Open(MailboxState.Fresh, new FolderFacts(9, 0), Plain with { StartsWithNew = true }, Now);

        Assert.Contains("UIDNEXT", Assert.IsType<MailboxOpening.Refused>(opening).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mail_that_the_server_does_not_give_is_asked_for_again_and_given_up_in_the_end()
    {
        var state = Took(MailboxPlan.Failed(Open(MailboxState.Fresh, new FolderFacts(9, 1), Plain), 3), 900);

        Assert.Equal(3u, MailboxPlan.SearchFrom(state));
        Assert.Equal([3u], MailboxPlan.Waiting(state, [3, 900]));
        for (var attempt = 2; attempt <= MailboxPlan.MostAttempts; attempt++)
        {
            Assert.False(MailboxPlan.IsGivenUp(state, 3));
            state = MailboxPlan.Failed(state, 3);
        }

        Assert.True(MailboxPlan.IsGivenUp(state, 3));
        Assert.Empty(MailboxPlan.Waiting(state, [3, 900]));
    }

    [Fact]
    public void A_mail_that_came_after_all_is_no_longer_in_trouble()
    {
        var state = MailboxPlan.Took(MailboxPlan.Failed(MailboxState.Fresh, 3), 3);

        Assert.Empty(state.Troubled);
        Assert.Empty(MailboxPlan.Waiting(state, [3]));
    }

    private static MailboxState Open(MailboxState state, FolderFacts folder, MailboxPolicy policy) =>
        Assert.IsType<MailboxOpening.Ready>(MailboxPlan.Open(state, folder, policy, Now)).State;

    private static MailboxState Took(MailboxState state, params uint[] uids) => uids.Aggregate(state, MailboxPlan.Took);
}
