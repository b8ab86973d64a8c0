using Mailroom.Core.Deadlines;

namespace Mailroom.Core.Tests.Understanding;

public sealed class SignalsTests
{
    [Fact]
    public void Every_category_has_signals_in_both_languages()
    {
        Assert.All(Policies.Shipped.Categories, category =>
        {
            Assert.Contains(category.Signals, s => s.Phrase.Any(c => c >= '\u4e00'));
            Assert.Contains(category.Signals, s => s.Phrase.Any(char.IsAsciiLetter));
        });
    }

    [Fact]
    public void Every_weight_is_within_its_scale()
    {
        Assert.All(Policies.Shipped.Categories.SelectMany(c => c.Signals), s => Assert.InRange(s.Weight, 0.5, 4));
    }

    [Fact]
    public void Only_the_security_of_accounts_goes_before_everything_else()
    {
        var urgent = Policies.Shipped.Categories.Where(c => c.Signals.Any(s => s.Priority == Priority.P1)).Select(c => c.Code);

        Assert.Equal(["account_security"], urgent);
    }
}
