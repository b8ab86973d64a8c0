using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Pipeline.Adapters.Policy;
using Mailroom.Support;
using static Mailroom.Support.Builders.Moments;

namespace Mailroom.Pipeline.Tests.Adapters.Policy;

/// <summary>The policy in the repository is sound, and is what the taxonomy promises.</summary>
public sealed class ShippedPolicyTests
{
    private static readonly SupportPolicy Policy = PolicyReader.Read(RepoRoot.At("src", "Functions", "Policy", "policy.yaml"));

    [Fact]
    public void It_has_no_faults() => Assert.Empty(PolicyValidation.Faults(Policy));

    [Fact]
    public void It_knows_every_category_that_tools_outside_use() =>
        Assert.Equal(
            [
                "account_inquiry", "account_security", "card_linking", "charged_not_credited", "complaint", "fees", "identity_profile",
                "login_access", "other", "payment_failed", "promotion", "refund", "technical_fault", "top_up", "transaction_dispute", "withdrawal",
            ],
            Policy.Categories.Select(c => c.Code).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(Priority.P1, "account_security", "24x7", "00:30", "08:00")]
    [InlineData(Priority.P2, "login_access", "china", "02:00", "08:00")]
    [InlineData(Priority.P2, "charged_not_credited", "24x7", "02:00", "1.00:00")]
    [InlineData(Priority.P3, "refund", "china", "08:00", "1.00:00")]
    [InlineData(Priority.P4, "fees", "china", "16:00", "1.16:00")]
    public void Its_targets_are_the_promised_ones(Priority priority, string category, string calendar, string response, string resolution)
    {
        var targets = TargetTable.For(new(priority, Policy.Category(category), "general", ReplyLanguage.English), Policy);

        Assert.Equal([Span(response), Span(response), Span(resolution)], TargetPolicy.Kinds.Select(k => targets.Of(k).Length));
        Assert.All(TargetPolicy.Kinds, k => Assert.Equal(calendar, targets.Of(k).Calendar.Name));
    }

    [Theory]
    [InlineData("2025-10-11 10:00", true)]
    [InlineData("2026-02-14 10:00", true)]
    [InlineData("2026-02-14 12:30", false)]
    [InlineData("2026-02-16 10:00", false)]
    [InlineData("2026-10-10 10:00", true)]
    [InlineData("2026-10-08 10:00", true)]
    [InlineData("2026-10-07 10:00", false)]
    public void Its_calendar_knows_chinas_holidays_and_make_up_workdays(string at, bool open) =>
        Assert.Equal(open, Policy.Calendars["china"].IsOpen(Shanghai(at)));

    [Fact]
    public void Its_calendar_has_every_special_day_of_four_years()
    {
        var days = Policy.Calendars["china"].Days;

        Assert.Equal((26, 7), Count(2023));
        Assert.Equal((28, 8), Count(2024));
        Assert.Equal((28, 5), Count(2025));
        Assert.Equal((33, 6), Count(2026));

        (int Closed, int Open) Count(int year) => (
            days.Count(d => d.Key.Year == year && d.Value.Windows.Count == 0),
            days.Count(d => d.Key.Year == year && d.Value.Windows.Count > 0));
    }

    [Fact]
    public void Around_the_clock_means_every_minute_of_the_week()
    {
        var monday = Shanghai("2026-03-02 00:00");

        Assert.Equal(TimeSpan.FromDays(7), Policy.Calendars["24x7"].OpenTime(monday, monday.AddDays(7)));
        Assert.Equal("Asia/Shanghai", Policy.Calendars["24x7"].Zone.Id);
    }
}
