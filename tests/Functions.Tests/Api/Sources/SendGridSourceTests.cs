using Mailroom.Functions.Api.Sources;
using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Tests.Api.Sources;

public sealed class SendGridSourceTests
{
    [Fact]
    public async Task The_raw_bytes_and_the_envelope_are_read_from_the_form()
    {
        var request = Posts.Multipart(
            ("headers", Posts.Text("ignored")),
            ("email", Posts.Mail),
            ("envelope", Posts.Text("""{"to":["support@wallet.example","pay@wallet.example"],"from":"li@mail.example"}""")));

        var mail = Assert.IsType<Posting.Mail>(await Posts.ReadAsync(new SendGridSource(), request));

        Assert.Equal(Posts.Mail, Posts.Bytes(mail));
        Assert.Equal("li@mail.example", mail.Envelope.Sender);
        Assert.Equal(["support@wallet.example", "pay@wallet.example"], mail.Envelope.Recipients);
    }

    [Theory]
    [InlineData("""{"to":["a@b.example"],"from":""}""", "")]
    [InlineData("""{"to":["a@b.example"],"from":"<>"}""", "")]
    [InlineData("""{"to":["a@b.example"]}""", null)]
    [InlineData("no json", null)]
    [InlineData("""{"to":7}""", null)]
    public async Task A_null_sender_is_told_from_one_that_nobody_named(string envelope, string? sender)
    {
        var request = Posts.Multipart(("email", Posts.Mail), ("envelope", Posts.Text(envelope)));

        var mail = Assert.IsType<Posting.Mail>(await Posts.ReadAsync(new SendGridSource(), request));

        Assert.Equal(sender, mail.Envelope.Sender);
    }

    [Fact]
    public async Task A_post_without_the_raw_option_names_the_missing_field()
    {
        var posting = await Posts.ReadAsync(new SendGridSource(), Posts.Multipart(("text", Posts.Text("hello"))));

        Assert.Equal("email", Assert.IsType<Posting.NotRaw>(posting).Field);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data")]
    public async Task What_is_no_form_is_broken(string? type) =>
        Assert.IsType<Posting.Broken>(await Posts.ReadAsync(new SendGridSource(), Posts.Request(Posts.Mail, type)));

    [Fact]
    public async Task A_form_over_the_bound_is_not_read()
    {
        var request = Posts.Multipart(("email", new byte[2000]), ("other", new byte[10]));

        Assert.IsType<PostedForm.TooLarge>(await PostedForm.ReadAsync(request, "email", [], 1000, CancellationToken.None));
    }

    [Fact]
    public void It_gives_up_by_any_4xx() => Assert.Equal(StatusCodes.Status413PayloadTooLarge, new SendGridSource().GiveUp(StatusCodes.Status413PayloadTooLarge));
}
