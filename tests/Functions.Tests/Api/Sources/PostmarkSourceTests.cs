using System.Text;
using Mailroom.Functions.Api.Sources;
using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Tests.Api.Sources;

public sealed class PostmarkSourceTests
{
    [Fact]
    public async Task The_raw_mail_and_its_recipient_are_read()
    {
        var posting = await ReadAsync("""{"OriginalRecipient":"support@wallet.example","RawEmail":"Subject: 退款\r\n\r\nx"}""");

        var mail = Assert.IsType<Posting.Mail>(posting);
        Assert.Equal("Subject: 退款\r\n\r\nx", Encoding.UTF8.GetString(Posts.Bytes(mail)));
        Assert.Equal(["support@wallet.example"], mail.Envelope.Recipients);
        Assert.Null(mail.Envelope.Sender);
    }

    [Theory]
    [InlineData("""{"TextBody":"x"}""")]
    [InlineData("""{"RawEmail":null}""")]
    public async Task A_post_without_the_raw_option_names_the_missing_field(string body) =>
        Assert.Equal("RawEmail", Assert.IsType<Posting.NotRaw>(await ReadAsync(body)).Field);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"RawEmail":"\ud800"}""")]
    public async Task What_is_no_json_of_postmark_is_broken(string body) => Assert.IsType<Posting.Broken>(await ReadAsync(body));

    [Fact]
    public void It_gives_up_by_403() => Assert.Equal(StatusCodes.Status403Forbidden, new PostmarkSource().GiveUp(StatusCodes.Status413PayloadTooLarge));

    private static Task<Posting> ReadAsync(string body) => Posts.ReadAsync(new PostmarkSource(), Posts.Request(Posts.Text(body), "application/json"));
}
