using Mailroom.LocalHost.Demo;

namespace Mailroom.LocalHost.Tests.Demo;

public sealed class DemoClockTests
{
    private static readonly DateTimeOffset Origin = new(2026, 11, 16, 15, 30, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task A_second_start_goes_on_from_the_moment_reached_and_never_back()
    {
        using var folder = new TempFolder();
        var file = folder.At("demo.json");
        DateTimeOffset reached;
        await using (var first = DemoClock.Start(Origin, null, 300, file))
        {
            first.Clock.SetSpeed(36_000);
            await Eventually.IsTrueAsync(() => first.Clock.GetUtcNow() > Origin.AddHours(1), "an hour of product time");
            first.Clock.SetSpeed(1);
            reached = first.Clock.GetUtcNow();
        }

        await using var second = DemoClock.Start(Origin, DemoState.Load(file), 300, file);

        Assert.InRange(second.Clock.GetUtcNow(), reached, reached.AddMinutes(3));
        Assert.False(DemoState.Load(file)!.IsFinished);
    }

    [Fact]
    public async Task A_finished_demonstration_is_remembered_as_such()
    {
        using var folder = new TempFolder();
        var file = folder.At("demo.json");
        await using (var clock = DemoClock.Start(Origin, null, 300, file))
        {
            clock.Finish();
        }

        Assert.True(DemoState.Load(file)!.IsFinished);
    }
}
