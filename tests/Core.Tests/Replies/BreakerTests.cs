using Mailroom.Core.Policy;
using Mailroom.Core.Replies;

namespace Mailroom.Core.Tests.Replies;

public sealed class BreakerTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 6, 10, 0, 0, TimeSpan.Zero);
    private static readonly BreakerRecord OfAll = new(BreakerRecord.All);
    private static readonly BreakerRecord OfShop = new("shop.example");

    private static readonly BudgetPolicy Budget = BudgetPolicy.Usual with
    {
        InAll = [new(4, TimeSpan.FromHours(1))],
        PerDomain = [new(2, TimeSpan.FromHours(1))],
        PerFreeMailDomain = [new(3, TimeSpan.FromHours(1))],
    };

    [Theory]
    [InlineData("all", "a.example b.example c.example", false)]
    [InlineData("all", "a.example b.example c.example d.example", true)]
    [InlineData("shop.example", "shop.example a.example b.example", false)]
    [InlineData("shop.example", "shop.example shop.example", true)]
    [InlineData("qq.com", "qq.com qq.com", false)]
    [InlineData("qq.com", "qq.com qq.com qq.com", true)]
    public void A_budget_that_is_used_up_opens_its_breaker(string scope, string domains, bool opens)
    {
        var limit = Breaker.Reached(new BreakerRecord(scope), Budget, Mails(domains), Now);

        Assert.Equal(opens, limit is not null);
    }

    [Fact]
    public void What_a_person_has_released_does_not_open_it_again()
    {
        var open = Breaker.Opened(OfShop, Budget.PerDomain[0], Now.AddMinutes(-5));
        var released = Breaker.Released(open, "mei", "our own newsletter", drop: false, Now.AddMinutes(-1))!;

        Assert.Null(Breaker.Reached(released, Budget, [new(Now.AddMinutes(-2), 9, "shop.example")], Now));
        Assert.NotNull(Breaker.Reached(released, Budget, Mails("shop.example shop.example"), Now));
        Assert.Null(Breaker.Reached(open, Budget, Mails("shop.example shop.example"), Now));
    }

    [Fact]
    public void Its_history_says_what_happened_who_and_why()
    {
        var open = Breaker.Opened(OfAll, Budget.InAll[0], Now);
        var dropped = Breaker.Released(open, "mei", "a storm", drop: true, Now.AddMinutes(1))!;

        Assert.Equal(
            [new BreakerNote(Now, BreakerChange.Opened, "", "more than 4 within an hour"), new(Now.AddMinutes(1), BreakerChange.Dropped, "mei", "a storm")],
            dropped.Notes);
        Assert.Equal((true, false, true), (open.IsOpen, dropped.IsOpen, dropped.Drop));
        Assert.Null(Breaker.Released(dropped, "mei", "again", drop: false, Now));
        Assert.False(Breaker.Opened(dropped, Budget.InAll[0], Now.AddHours(1)).Drop);
    }

    [Fact]
    public void Its_history_is_bounded()
    {
        var record = OfAll;
        for (var n = 0; n < 60; n++)
        {
            record = Breaker.Released(Breaker.Opened(record, Budget.InAll[0], Now.AddMinutes(n)), "mei", $"{n}", drop: false, Now.AddMinutes(n))!;
        }

        Assert.Equal((50, "59"), (record.Notes.Count, record.Notes[^1].Why));
    }

    [Fact]
    public void A_mail_is_held_by_the_breaker_of_all_or_of_its_domain()
    {
        var (all, shop) = (Breaker.Opened(OfAll, Budget.InAll[0], Now), Breaker.Opened(OfShop, Budget.PerDomain[0], Now));
        var released = Breaker.Released(all, "mei", "done", drop: false, Now)!;

        Assert.Same(all, Breaker.Holding([shop, all], "shop.example"));
        Assert.Same(shop, Breaker.Holding([shop, released], "shop.example"));
        Assert.Null(Breaker.Holding([shop, released], "other.example"));
    }

    private static IEnumerable<CountedMail> Mails(string domains) => domains.Split(' ').Select(d => new CountedMail(Now, 1, d));
}
