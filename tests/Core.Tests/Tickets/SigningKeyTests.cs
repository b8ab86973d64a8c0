using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Tickets;

public sealed class SigningKeyTests
{
    [Fact]
    public void Purpose_and_parts_are_kept_apart()
    {
        var id = Policies.Key.Derive("mail", "a", "bc");

        Assert.Equal(id, Policies.Key.Derive("mail", "a", "bc"));
        Assert.Equal(5, new[] { id, Policies.Key.Derive("mail", "ab", "c"), Policies.Key.Derive("mail", "abc"), Policies.Key.Derive("note", "a", "bc"), Policies.Key.Derive("mail", "a", "bc", "") }.Distinct().Count());
    }

    [Fact]
    public void An_id_is_26_lower_case_characters() => Assert.Matches("^[0-9a-hjkmnp-tv-z]{26}$", Policies.Key.Derive("mail", "x"));

    [Fact]
    public void A_short_secret_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new SigningKey(new byte[31]));
}
