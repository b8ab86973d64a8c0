using Mailroom.Core.Deadlines;
using Mailroom.Core.Tickets;
using Mailroom.Functions.Api;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Tests.Api;

public sealed class TicketWishesTests
{
    private static readonly TicketWish Mei = new("mei", "because", null, null, null, null, null, null, null, null, null, null, null);

    [Fact]
    public void Each_change_is_its_command()
    {
        Assert.Equal(new TicketCommand.Assign(Samples.Now, "mei", "lei", "because"), Command("assign", Mei with { Assignee = "lei" }));
        Assert.Equal(new TicketCommand.Assign(Samples.Now, "mei", null, "because"), Command("assign", Mei with { Nobody = true }));
        Assert.Equal(new TicketCommand.NoteAgentReply(Samples.Now, "mei", "1@mail.example"), Command("reply-noted", Mei with { Mail = "<1@mail.example>" }));
        Assert.Equal(new TicketCommand.Pause(Samples.Now, "mei", "because"), Command("wait", Mei));
        Assert.Equal(new TicketCommand.EndPause(Samples.Now, "mei", "because"), Command("resume", Mei));
        Assert.Equal(new TicketCommand.Resolve(Samples.Now, "mei"), Command("resolve", Mei));
        Assert.Equal(new TicketCommand.Reopen(Samples.Now, "mei", "because"), Command("reopen", Mei));
        Assert.Equal(new TicketCommand.Recategorise(Samples.Now, "mei", "fees", "because"), Command("categorise", Mei with { Category = "fees" }));
        Assert.Equal(new TicketCommand.Prioritise(Samples.Now, "mei", Priority.P2, "because"), Command("prioritise", Mei with { Priority = "P2" }));
        Assert.Equal(new TicketCommand.Reassign(Samples.Now, "mei", "risk", "because"), Command("team", Mei with { Team = "risk" }));
        Assert.Equal(
            new TicketCommand.Extend(Samples.Now, "mei", DeadlineKind.Resolution, new ExtensionLength.By(Target.Of(TimeSpan.FromHours(4))), "because"),
            Command("extend", Mei with { By = "PT4H", Version = 3 }));
        Assert.Equal(
            new TicketCommand.Extend(Samples.Now, "mei", DeadlineKind.NextResponse, new ExtensionLength.Until(Samples.Now.AddDays(1)), "because"),
            Command("extend", Mei with { To = Samples.Now.AddDays(1), Deadline = "next-response" }));
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "assign", "assignee" }, { "reply-noted", "mail" }, { "categorise", "category" }, { "prioritise", "priority" }, { "team", "team" }, { "extend", "by" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wish_that_says_too_little_is_told_what_is_missing_in_both_languages(string change, string name)
    {
        var bad = Assert.IsType<WishReading.BadValue>(TicketWishes.Read(change, Mei, Samples.Now));

        Assert.Equal(name, bad.Name);
        Assert.True(bad.Expected.Zh.Length > 0 && bad.Expected.En.Length > 0);
    }

    [Fact]
    public void What_would_extend_twice_or_without_a_reason_or_into_the_past_is_refused()
    {
        Assert.Equal("version", Fault("extend", Mei with { By = "PT4H" }));
        Assert.Equal("why", Fault("extend", Mei with { By = "PT4H", Version = 3, Why = " " }));
        Assert.Equal("why", Fault("extend", Mei with { By = "PT4H", Version = 3, Why = new string('a', TicketWishes.LongestReason + 1) }));
        Assert.Equal("by", Fault("extend", Mei with { By = "4 hours", Version = 3 }));
        Assert.Equal("by", Fault("extend", Mei with { To = Samples.Now }));
        Assert.Equal("by", Fault("extend", Mei with { To = Samples.Now.AddYears(9) }));
        Assert.Equal("deadline", Fault("extend", Mei with { To = Samples.Now.AddDays(1), Deadline = "lunch" }));
    }

    [Fact]
    public void Nobody_and_a_version_that_no_ticket_has_is_refused()
    {
        Assert.Equal("agent", Fault("wait", Mei with { Agent = " " }));
        Assert.Equal("agent", Fault("wait", null));
        Assert.Equal("version", Fault("wait", Mei with { Version = 0 }));
    }

    [Fact]
    public void Whatever_the_route_lets_in_can_be_read()
    {
        var route = typeof(ChangeTicket).GetMethod(nameof(ChangeTicket.RunAsync))!.GetParameters()[0].GetCustomAttributes(inherit: false)
            .OfType<HttpTriggerAttribute>().Single().Route!;

        var changes = route.Split('(')[^1].Split(')')[0].Split('|');

        Assert.Equal(10, changes.Length);
        Assert.All(changes, change => TicketWishes.Read(change, Mei, Samples.Now));
    }

    private static TicketCommand Command(string change, TicketWish wish) => Assert.IsType<WishReading.Readable>(TicketWishes.Read(change, wish, Samples.Now)).Command;

    private static string Fault(string change, TicketWish? wish) => Assert.IsType<WishReading.BadValue>(TicketWishes.Read(change, wish, Samples.Now)).Name;
}
