using Mailroom.Functions.Desk;
using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Tests.Desk;

public sealed class DeskFileTests
{
    [Fact]
    public async Task The_stylesheet_comes_once_and_then_is_known_by_its_tag()
    {
        var first = new DefaultHttpContext();
        using var body = new MemoryStream();
        first.Response.Body = body;

        await DeskFile.Find("desk.css")!.ExecuteAsync(first);
        var second = new DefaultHttpContext();
        second.Request.Headers.IfNoneMatch = first.Response.Headers.ETag;
        await DeskFile.Find("desk.css")!.ExecuteAsync(second);

        Assert.Equal(first.Response.ContentLength, body.Length);
        Assert.Equal("text/css; charset=utf-8", first.Response.ContentType);
        Assert.Equal(StatusCodes.Status304NotModified, second.Response.StatusCode);
    }

    [Theory]
    [InlineData("Desk.css")]
    [InlineData("../desk.css")]
    [InlineData("host.json")]
    public void No_other_file_can_be_had(string path) => Assert.Null(DeskFile.Find(path));
}
