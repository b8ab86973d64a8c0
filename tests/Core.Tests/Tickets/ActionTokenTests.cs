using FsCheck;
using FsCheck.Fluent;
using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Tickets;

public sealed class ActionTokenTests
{
    private static readonly DateTimeOffset Now = Moments.Shanghai("2026-03-02 10:00");
    private static readonly AllowedAction Good = new("satisfaction", TicketNumber.Derive(Policies.Key, "a mail", 0), "good", Now.AddDays(14));

    [Fact]
    public void What_was_allowed_comes_back_until_the_moment_it_expires()
    {
        var token = ActionToken.Write(Policies.Key, Good);

        Assert.Equal(new ActionReading.Valid(Good), Read(token, Now));
        Assert.Equal(new ActionReading.Valid(Good), Read(token, Good.Expires.AddTicks(-1)));
        Assert.Equal(new ActionReading.Expired(Good), Read(token, Good.Expires));
    }

    [Fact]
    public void A_link_for_one_thing_never_does_another_and_another_key_allows_nothing()
    {
        var token = ActionToken.Write(Policies.Key, Good);

        Assert.IsType<ActionReading.Forged>(ActionToken.Read(Policies.Key, "digest", token, Now));
        Assert.IsType<ActionReading.Forged>(ActionToken.Read(new SigningKey(new byte[32]), Good.Purpose, token, Now));
    }

    [Fact]
    public void Any_argument_comes_back_and_the_token_can_stand_in_an_address() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>().Filter(s => s is not null && s.Length <= ActionToken.LongestArgument && !s.Any(char.IsSurrogate)),
        argument =>
        {
            var token = ActionToken.Write(Policies.Key, Good with { Argument = argument });
            return Read(token, Now) == new ActionReading.Valid(Good with { Argument = argument }) && Uri.EscapeDataString(token) == token;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_token_that_was_changed_anywhere_is_none_of_ours()
    {
        var token = ActionToken.Write(Policies.Key, Good);

        for (var i = 0; i < token.Length; i++)
        {
            foreach (var c in "0A.z")
            {
                var changed = token[..i] + c + token[(i + 1)..];
                Assert.True(
                    changed == token || Read(changed, Now) is ActionReading.Forged || Read(changed, Now) == new ActionReading.Valid(Good), changed);
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("....")]
    [InlineData("1.MR7K3F9QXA.99999999999999999999.Z29vZA.x")]
    [InlineData("1.MR7K3F9QXA.1.***.x")]
    [InlineData("2.MR7K3F9QXA.1.Z29vZA.x")]
    public void Anything_may_be_shown(string? token) => Assert.IsType<ActionReading.Forged>(Read(token, Now));

    [Fact]
    public void Whatever_is_shown_is_refused_without_a_fault() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>(), token => Read(token, Now) is ActionReading.Forged && Read($"1.{token}.1.{token}.x", Now) is ActionReading.Forged).QuickCheckThrowOnFailure();

    [Fact]
    public void An_argument_that_is_too_long_is_refused_at_once() =>
        Assert.Throws<ArgumentException>(() => ActionToken.Write(Policies.Key, Good with { Argument = new string('a', ActionToken.LongestArgument + 1) }));

    private static ActionReading Read(string? token, DateTimeOffset now) => ActionToken.Read(Policies.Key, "satisfaction", token, now);
}
