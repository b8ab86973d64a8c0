using FsCheck;
using FsCheck.Fluent;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Tickets;
using Mailroom.Core.Tickets.Promises;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.Moments;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Tickets.Promises;

public sealed class ResponseTimesTests
{
    private static readonly ResponseSlot Slot = new("refund", Priority.P3, "china", 10);

    [Fact]
    public void Of_ten_answered_the_eighth_is_the_one_within_which_four_of_five_are() =>
        Assert.Equal(TimeSpan.FromMinutes(8), ResponseTimes.Percentile80(Answered(Enumerable.Range(1, 10))));

    [Fact]
    public void Whoever_still_waits_counts_as_waiting_at_least_so_long()
    {
        var answered = Answered(Enumerable.Range(1, 10)).ToList();

        Assert.Equal(TimeSpan.FromMinutes(10), ResponseTimes.Percentile80([.. answered, .. Waiting(20, 20)]));
        Assert.Null(ResponseTimes.Percentile80([.. answered, .. Waiting(20, 20, 20, 20)]));
    }

    [Fact]
    public void Who_has_only_just_written_says_nothing_yet() =>
        Assert.Equal(TimeSpan.FromMinutes(8), ResponseTimes.Percentile80([.. Answered(Enumerable.Range(1, 10)), .. Waiting(0, 0, 0)]));

    [Theory]
    [InlineData(29, 0)]
    [InlineData(30, 3)]
    public void Fewer_than_thirty_answers_say_nothing(int answers, int slots) =>
        Assert.Equal(slots, ResponseTimes.UsualOf([.. Answered(Enumerable.Range(1, answers)), .. Waiting(1, 2, 3)]).Count);

    [Fact]
    public void The_narrowest_slot_that_says_enough_decides()
    {
        var other = Slot with { Hour = 15 };
        var times = Times([.. Answered(Enumerable.Repeat(60, 30)), .. Enumerable.Repeat(new ResponseSample(other, TimeSpan.FromMinutes(90), true), 100)]);

        Assert.Equal((30, TimeSpan.FromMinutes(60)), Found(times.Find(Slot, Monday10)));
        Assert.Equal((130, TimeSpan.FromMinutes(90)), Found(times.Find(Slot with { Hour = 11 }, Monday10)));
        Assert.Equal((130, TimeSpan.FromMinutes(90)), Found(times.Find(Slot with { Category = "fees" }, Monday10)));
        Assert.Null(times.Find(Slot with { Priority = Priority.P4 }, Monday10));
        Assert.Null(times.Find(Slot with { Calendar = "24x7" }, Monday10));
    }

    [Fact]
    public void A_slot_that_is_mostly_unanswered_is_not_hidden_behind_a_faster_wider_one()
    {
        var fees = Slot with { Category = "fees" };
        var times = Times(
        [
            .. Answered(Enumerable.Repeat(60, 500)),
            .. Enumerable.Repeat(new ResponseSample(fees, TimeSpan.FromMinutes(60), true), 30),
            .. Enumerable.Repeat(new ResponseSample(fees, TimeSpan.FromMinutes(600), false), 30),
        ]);

        Assert.Null(times.Find(fees, Monday10)!.Within);
    }

    [Fact]
    public void What_is_too_old_says_nothing()
    {
        var times = Times([.. Answered(Enumerable.Repeat(60, 30))]);

        Assert.NotNull(times.Find(Slot, Monday10 + ResponseTimes.Freshness));
        Assert.Null(times.Find(Slot, Monday10 + ResponseTimes.Freshness + TimeSpan.FromTicks(1)));
    }

    [Theory]
    [InlineData("2026-03-02 10:30", "2026-03-02 12:30", 10, 90)]
    [InlineData("2026-03-07 23:00", "2026-03-09 09:20", 9, 20)]
    public void Waiting_is_counted_in_open_time_from_the_hour_at_which_it_starts(string opened, string answered, int hour, int minutes)
    {
        var ticket = Opened(Shanghai(opened), Understood("refund", Priority.P3)).Answer(Shanghai(answered)).Ticket;

        var sample = ResponseSample.Of(ticket, Policies.House.Policy, Shanghai("2026-03-10 10:00"));

        Assert.Equal(new ResponseSample(new("refund", Priority.P3, "china", hour), TimeSpan.FromMinutes(minutes), true), sample);
    }

    [Fact]
    public void What_was_solved_without_an_answer_waited_at_least_so_long()
    {
        var ticket = Opened(Monday10, Understood("refund", Priority.P3)).Then(new TicketCommand.Resolve(Monday10.AddHours(1), "han.meimei")).Ticket;

        var sample = ResponseSample.Of(ticket, Policies.House.Policy, Monday10.AddDays(5));

        Assert.Equal((TimeSpan.FromHours(1), false), (sample.Waited, sample.IsAnswered));
    }

    [Fact]
    public void Slower_samples_never_make_it_sooner() => Prop.ForAll(
        (from samples in Any.NonEmptyListOf() from more in Any.ListOf() select (samples, more)).ToArbitrary(),
        c =>
        {
            var before = ResponseTimes.Percentile80(c.samples);
            var slower = c.more.Where(m => before is null || m.Waited >= before);
            var after = ResponseTimes.Percentile80([.. c.samples, .. slower]);
            return before is null || after is null || after >= before;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20260302, 7));

    private static Gen<ResponseSample> Any =>
        from minutes in Gen.Choose(0, 600)
        from isAnswered in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        select new ResponseSample(Slot, TimeSpan.FromMinutes(minutes), isAnswered);

    private static (int Samples, TimeSpan? Within) Found(UsualResponse? usual) => (usual!.Samples, usual.Within);

    private static ResponseTimes Times(IEnumerable<ResponseSample> samples) => new(Monday10, ResponseTimes.UsualOf(samples), []);

    private static IEnumerable<ResponseSample> Answered(IEnumerable<int> minutes) =>
        minutes.Select(m => new ResponseSample(Slot, TimeSpan.FromMinutes(m), true));

    private static IEnumerable<ResponseSample> Waiting(params int[] minutes) =>
        minutes.Select(m => new ResponseSample(Slot, TimeSpan.FromMinutes(m), false));
}
