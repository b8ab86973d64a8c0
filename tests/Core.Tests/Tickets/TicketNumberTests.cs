using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Tickets;

public sealed class TicketNumberTests
{
    private static readonly TicketNumber Number = TicketNumber.Derive(Policies.Key, "a mail", 0);

    [Fact]
    public void The_same_mail_makes_the_same_number_and_another_attempt_another()
    {
        Assert.Matches("^MR-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$", Number.Value);
        Assert.Equal(Number, TicketNumber.Derive(Policies.Key, "a mail", 0));
        Assert.NotEqual(Number, TicketNumber.Derive(Policies.Key, "a mail", 1));
        Assert.NotEqual(Number, TicketNumber.Derive(Policies.Key, "another mail", 0));
    }

    [Fact]
    public void It_is_read_as_people_type_it()
    {
        string[] typed =
        [
            Number.Value,
            Number.Value.ToLowerInvariant(),
            Number.Value.Replace("-", "", StringComparison.Ordinal),
            Number.Value[3..],
            $"  {Number.Value} ",
            Number.Value.Replace('0', 'O').Replace('1', 'l'),
        ];

        Assert.All(typed, text => Assert.True(TicketNumber.TryParse(text, out var read) && read == Number, text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("MR-")]
    [InlineData("MR-UUUU-UUUU")]
    [InlineData("MR-0000-00000")]
    [InlineData("hello world")]
    public void What_is_no_number_is_refused(string? text) => Assert.False(TicketNumber.TryParse(text, out _));

    [Fact]
    public void Every_single_wrong_character_is_noticed()
    {
        var digits = Number.Value.Replace("MR-", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        var wrong = from i in Enumerable.Range(0, digits.Length)
                    from c in Crockford.Digits
                    where c != digits[i]
                    select digits[..i] + c + digits[(i + 1)..];

        Assert.All(wrong, text => Assert.False(TicketNumber.TryParse(text, out _), text));
    }
}
