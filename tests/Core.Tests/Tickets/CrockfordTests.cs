using System.Text;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Tests.Tickets;

public sealed class CrockfordTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "CR")]
    [InlineData("foobar", "CSQPYRK1E8")]
    public void Bytes_become_base32_without_padding(string text, string encoded) =>
        Assert.Equal(encoded, Crockford.Encode(Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData('0', 0)]
    [InlineData('o', 0)]
    [InlineData('O', 0)]
    [InlineData('i', 1)]
    [InlineData('L', 1)]
    [InlineData('z', 31)]
    [InlineData('U', -1)]
    [InlineData('-', -1)]
    public void A_digit_is_read_as_people_write_it(char digit, int value) => Assert.Equal(value, Crockford.Value(digit));
}
