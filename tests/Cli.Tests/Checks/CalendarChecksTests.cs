using Mailroom.Cli.Checks;
using Mailroom.Support.Builders;

namespace Mailroom.Cli.Tests.Checks;

public sealed class CalendarChecksTests
{
    [Fact]
    public void A_year_without_holidays_is_a_warning_that_names_the_file_and_fails_nothing()
    {
        var result = Assert.Single(CalendarChecks.Run(Policies.Small, Moments.Shanghai("2026-11-20 09:00")));

        Assert.Equal((true, true), (result.Ok, result.Warning));
        Assert.Contains("calendars/china.yaml knows no holidays of 2027", result.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void With_every_year_there_is_nothing_to_warn_of() =>
        Assert.False(Assert.Single(CalendarChecks.Run(Policies.Small, Moments.Shanghai("2026-03-02 09:00"))).Warning);
}
