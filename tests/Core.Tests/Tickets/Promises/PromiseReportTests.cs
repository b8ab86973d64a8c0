using FsCheck;
using FsCheck.Fluent;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets.Promises;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Tickets.Promises;

public sealed class PromiseReportTests
{
    private static readonly string[] Categories = ["refund", "fees", "other"];

    [Fact]
    public void It_tells_by_category_and_language_what_was_kept()
    {
        var report = PromiseReport.Of(
        [
            Outcome("refund", ReplyLanguage.English, PromiseState.Kept),
            Outcome("refund", ReplyLanguage.Chinese, PromiseState.Kept),
            Outcome("refund", ReplyLanguage.Chinese, PromiseState.Broken) with { NewBy = Monday10.AddHours(9), AnsweredAt = Monday10.AddHours(8) },
            Outcome("fees", ReplyLanguage.Chinese, PromiseState.Running),
        ]);

        Assert.Equal([("fees", ReplyLanguage.Chinese), ("refund", ReplyLanguage.Chinese), ("refund", ReplyLanguage.English)], report.Rows.Select(r => (r.Category, r.Language)));
        Assert.Equal(new PromiseCounts(4, 2, 1, 1, 0, 1, 1), report.Total);
        Assert.Equal((0.5, 1.0, (double?)null), (report.Rows[1].Counts.KeptShare, report.Rows[2].Counts.KeptShare, report.Rows[0].Counts.KeptShare));
    }

    [Fact]
    public void A_promise_belongs_to_the_period_that_it_was_made_in()
    {
        var ticket = Opened(Monday10, Understood("refund", Priority.P3)).Ticket;

        Assert.Equal(1, Promised(Monday10, Monday10.AddTicks(1)));
        Assert.Equal(0, Promised(Monday10.AddDays(-1), Monday10));

        int Promised(DateTimeOffset from, DateTimeOffset to) => PromiseReport.Of([ticket], new(from, to), Monday10.AddDays(9)).Total.Promised;
    }

    [Fact]
    public void Sums_add_up() => Prop.ForAll(Gen.Choose(0, 2000).ListOf().ToArbitrary(), numbers =>
    {
        var report = PromiseReport.Of(numbers.Select(Any));
        return report.Rows.Select(r => r.Counts).Append(report.Total).All(AddsUp)
            && numbers.Count == report.Total.Promised
            && report.Total.Kept == report.Rows.Sum(r => r.Counts.Kept)
            && report.Total.Promised == report.Rows.Sum(r => r.Counts.Promised);
    }).Check(Config.QuickThrowOnFailure.WithReplay(20260302, 7));

    private static bool AddsUp(PromiseCounts c) =>
        c.Promised == c.Kept + c.Broken + c.Running + c.Withdrawn
        && c.KeptAnew <= c.Broken && c.KeptAnew <= c.Renewed && c.Renewed <= c.Promised;

    private static PromiseOutcome Any(int n) => Outcome(Categories[n % 3], (ReplyLanguage)(n / 3 % 2), (PromiseState)(n / 6 % 4)) with
    {
        NewBy = n / 24 % 2 == 0 ? null : Monday10.AddHours(12),
        AnsweredAt = n / 48 % 2 == 0 ? null : Monday10.AddHours(n % 24),
    };

    private static PromiseOutcome Outcome(string category, ReplyLanguage language, PromiseState state) =>
        new(category, language, Monday10, Monday10.AddHours(4), state);
}
