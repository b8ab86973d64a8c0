using Mailroom.Functions.Api.Sources;

namespace Mailroom.Functions.Tests.Api.Sources;

public sealed class RawSourceTests
{
    [Fact]
    public async Task The_envelope_comes_in_headers()
    {
        var request = Posts.Request(Posts.Mail, "message/rfc822");
        request.Headers["X-Envelope-From"] = "<li@mail.example>";
        request.Headers["X-Envelope-To"] = new(["a@wallet.example, b@wallet.example", "A@wallet.example"]);

        var mail = Assert.IsType<Posting.Mail>(await Posts.ReadAsync(new RawSource("raw"), request));

        Assert.Equal(Posts.Mail, Posts.Bytes(mail));
        Assert.Equal("li@mail.example", mail.Envelope.Sender);
        Assert.Equal(["a@wallet.example", "b@wallet.example"], mail.Envelope.Recipients);
    }

    [Fact]
    public async Task A_mail_without_envelope_headers_has_none()
    {
        var mail = Assert.IsType<Posting.Mail>(await Posts.ReadAsync(new RawSource("raw"), Posts.Request(Posts.Mail)));

        Assert.True(mail.Envelope.IsUnknown);
    }
}
