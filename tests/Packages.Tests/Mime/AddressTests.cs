using MimeKit;

namespace Mailroom.Packages.Tests.Mime;

public sealed class AddressTests
{
    [Theory]
    [InlineData("li.lei@customer.example", "|li.lei@customer.example")]
    [InlineData("Li Lei <li.lei@customer.example>", "Li Lei|li.lei@customer.example")]
    [InlineData("\"Lei, Li\" <li.lei@customer.example>", "Lei, Li|li.lei@customer.example")]
    [InlineData("Lei, Li <li.lei@customer.example>", "Lei, Li|li.lei@customer.example")]
    [InlineData("li.lei@customer.example (Li Lei)", "Li Lei|li.lei@customer.example")]
    [InlineData("=?gb2312?B?wO7A1w==?= <li.lei@customer.example>", "李雷|li.lei@customer.example")]
    [InlineData("=?utf-8?B?5p0=?= =?utf-8?B?jumbtw==?= <li.lei@customer.example>", "李雷|li.lei@customer.example")]
    [InlineData("=?utf-8?Q?Lei,_Li?= <li.lei@customer.example>", "Lei, Li|li.lei@customer.example")]
    [InlineData("李雷 <li.lei@customer.example>", "李雷|li.lei@customer.example")]
    [InlineData("<@relay.example:li.lei@customer.example>", "|li.lei@customer.example")]
    [InlineData("a@b.example, \"x \\\"y\\\" z\" <c@d.example>", "|a@b.example;x \"y\" z|c@d.example")]
    [InlineData("Friends: a@b.example, C <c@d.example>;, e@f.example", "|a@b.example;C|c@d.example;|e@f.example")]
    [InlineData("\"quoted local\"@b.example", "|\"quoted local\"@b.example")]
    [InlineData("Li Lei <li.lei@customer.example", "Li Lei|li.lei@customer.example")]
    public void Mailboxes_are_read_as_mail_programs_write_them(string field, string expected)
    {
        Assert.True(InternetAddressList.TryParse(field, out var list));

        Assert.Equal(expected, string.Join(';', list.Mailboxes.Select(m => $"{m.Name}|{m.Address}")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<>")]
    [InlineData(" , ;")]
    public void Nothing_gives_no_list(string field) => Assert.False(InternetAddressList.TryParse(field, out _));

    [Theory]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    [InlineData("a b@c.example")]
    [InlineData("a@b.example>")]
    public void An_address_that_could_break_out_of_a_command_is_refused(string address) =>
        Assert.ThrowsAny<FormatException>(() => new MailboxAddress("", address));

    [Fact]
    public void An_empty_address_is_the_empty_sender() => Assert.Equal("", new MailboxAddress("", "").Address);

    [Fact]
    public void Hostile_address_fields_are_read_in_linear_time()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var piece in (string[])["<", "\"", "(", "a:", "a,b ", "=?a?b ", "[", "@", "a <"])
        {
            _ = InternetAddressList.TryParse(string.Concat(Enumerable.Repeat(piece, 200_000)), out _);
        }

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }
}
