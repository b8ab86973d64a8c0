using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Policy;

public sealed class TargetTableTests
{
    private static readonly SupportPolicy Plain = Policies.Small with { TargetRules = [] };

    [Fact]
    public void Without_rules_the_priority_says_everything_and_a_next_response_is_as_the_first()
    {
        var targets = For(Plain);

        Assert.Equal(["08:00:00", "08:00:00", "1.00:00:00"], Lengths(targets));
        Assert.Equal(["china", "china", "china"], Calendars(targets));
    }

    [Fact]
    public void A_rule_says_some_and_the_rest_stays()
    {
        var targets = For(With(Rule(new() { Category = "refund" }, new() { FirstResponse = Within(2), NextResponse = Within(4) })));

        Assert.Equal(["02:00:00", "04:00:00", "1.00:00:00"], Lengths(targets));
        Assert.Equal(["china", "china", "china"], Calendars(targets));
    }

    [Fact]
    public void The_rule_that_names_more_beats_the_one_that_names_less_whichever_comes_first()
    {
        var (one, two) = (Rule(new() { Team = "payments" }, new() { FirstResponse = Within(2), Resolution = Within(10) }), Rule(new() { Team = "payments", Language = ReplyLanguage.English }, new() { FirstResponse = Within(1) }));

        Assert.Equal(["01:00:00", "01:00:00", "10:00:00"], Lengths(For(With(one, two))));
        Assert.Equal(["01:00:00", "01:00:00", "10:00:00"], Lengths(For(With(two, one))));
    }

    [Fact]
    public void A_target_may_have_a_clock_of_its_own()
    {
        var targets = For(With(Rule(new() { Category = "refund" }, new() { Resolution = new(Target.OfDays(2), "24x7") })));

        Assert.Equal(["china", "china", "24x7"], Calendars(targets));
        Assert.Equal(TimeSpan.FromHours(48), targets.Resolution.Length);
    }

    [Theory]
    [InlineData("targetRules: a rule is about every ticket", "", "china")]
    [InlineData("targetRules: priority P3: it says nothing", "priority", "")]
    [InlineData("targetRules: priority P3: the calendar \"mars\" does not exist; name one of 24x7, china.", "priority", "mars")]
    [InlineData("targetRules: category weather: the category \"weather\" does not exist", "category", "china")]
    [InlineData("targetRules: team nobody: the team \"nobody\" does not exist", "team", "china")]
    [InlineData("targetRules: category other, missingMoney true: no ticket is that; missingMoney of other is false.", "money", "china")]
    public void A_rule_that_makes_no_sense_is_a_fault(string fault, string about, string calendar)
    {
        TargetScope scope = about switch
        {
            "priority" => new() { Priority = Priority.P3 },
            "category" => new() { Category = "weather" },
            "team" => new() { Team = "nobody" },
            "money" => new() { Category = "other", MissingMoney = true },
            _ => new(),
        };

        Assert.StartsWith(fault, Assert.Single(PolicyValidation.Faults(With(Rule(scope, new() { Calendar = calendar.Length > 0 ? calendar : null })))), StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_that_contradict_each_other_are_a_fault_until_a_third_decides()
    {
        var team = Rule(new() { Team = "payments" }, new() { FirstResponse = Within(2) });
        var english = Rule(new() { Language = ReplyLanguage.English }, new() { FirstResponse = Within(1) });
        var both = Rule(new() { Team = "payments", Language = ReplyLanguage.English }, new() { FirstResponse = Within(1) });

        var fault = Assert.Single(PolicyValidation.Faults(With(team, english)));

        Assert.Contains("\"team payments\" and \"language en\" say different things about firstResponse of the same tickets", fault, StringComparison.Ordinal);
        Assert.Empty(PolicyValidation.Faults(With(team, english, both)));
        Assert.Empty(PolicyValidation.Faults(With(team, english with { Says = team.Says })));
    }

    private static SupportPolicy With(params TargetRule[] rules) => Plain with { TargetRules = rules };

    private static TargetRule Rule(TargetScope scope, TargetPolicy says) => new(scope, says);

    private static TargetTerm Within(int hours) => new(Target.Of(TimeSpan.FromHours(hours)));

    private static ClockTargets For(SupportPolicy policy) =>
        TargetTable.For(new(Priority.P3, policy.Category("refund"), "payments", ReplyLanguage.English), policy);

    private static IEnumerable<string> Lengths(ClockTargets targets) => TargetPolicy.Kinds.Select(k => targets.Of(k).Length.ToString("c"));

    private static IEnumerable<string> Calendars(ClockTargets targets) => TargetPolicy.Kinds.Select(k => targets.Of(k).Calendar.Name);
}
