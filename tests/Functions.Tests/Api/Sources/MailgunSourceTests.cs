using System.Globalization;
using System.Security.Cryptography;
using Mailroom.Functions.Api.Sources;
using Mailroom.Support.Fakes;
using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Tests.Api.Sources;

public sealed class MailgunSourceTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 2, 0, 0, TimeSpan.Zero);
    private readonly MailgunSource _source = new(new FakeClock(Now));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_signed_mail_is_read_byte_for_byte(bool multipart)
    {
        var fields = Signed(Now);

        var mail = Assert.IsType<Posting.Mail>(
            await Posts.ReadAsync(_source, multipart ? Posts.Multipart(fields) : Posts.UrlEncoded(fields)));

        Assert.Equal(Posts.Mail, Posts.Bytes(mail));
        Assert.Equal("li@mail.example", mail.Envelope.Sender);
        Assert.Equal(["support@wallet.example"], mail.Envelope.Recipients);
    }

    [Theory]
    [InlineData("timestamp")]
    [InlineData("token")]
    [InlineData("signature")]
    public async Task A_changed_part_of_the_proof_is_refused(string part)
    {
        var fields = Signed(Now).Select(f => f.Name == part ? (f.Name, (byte[])[.. f.Value[..^1], (byte)(f.Value[^1] == '0' ? '1' : '0')]) : f);

        Assert.IsType<Posting.WrongSignature>(await Posts.ReadAsync(_source, Posts.Multipart([.. fields])));
    }

    [Fact]
    public async Task A_mail_without_a_signature_is_refused() =>
        Assert.IsType<Posting.WrongSignature>(await Posts.ReadAsync(_source, Posts.Multipart(("body-mime", Posts.Mail))));

    [Theory]
    [InlineData(-8 * 60, true)]
    [InlineData(-10 * 60, false)]
    [InlineData(4, true)]
    [InlineData(6, false)]
    public async Task A_signature_lasts_as_long_as_the_retries_do(int minutes, bool isTaken)
    {
        var posting = await Posts.ReadAsync(_source, Posts.Multipart(Signed(Now.AddMinutes(minutes))));

        Assert.Equal(isTaken, posting is Posting.Mail);
    }

    [Fact]
    public async Task A_route_that_does_not_end_in_mime_is_told() =>
        Assert.IsType<Posting.NotRaw>(await Posts.ReadAsync(_source, Posts.Multipart([.. Signed(Now).Where(f => f.Name != "body-mime")])));

    [Fact]
    public void It_gives_up_by_406() => Assert.Equal(StatusCodes.Status406NotAcceptable, _source.GiveUp(StatusCodes.Status413PayloadTooLarge));

    private static (string Name, byte[] Value)[] Signed(DateTimeOffset at)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        const string Token = "8f3a0c";
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Posts.Text(Posts.Secret), Posts.Text(timestamp + Token)));
        return
        [
            ("sender", Posts.Text("li@mail.example")), ("recipient", Posts.Text("support@wallet.example")), ("body-mime", Posts.Mail),
            ("timestamp", Posts.Text(timestamp)), ("token", Posts.Text(Token)), ("signature", Posts.Text(signature)),
        ];
    }
}
