using Mailroom.Functions.Api;
using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Tests.Api;

public sealed class RawMailTests
{
    [Theory]
    [InlineData(0, null)]
    [InlineData(100, null)]
    [InlineData(100, 100L)]
    [InlineData(200_000, null)]
    public async Task A_body_is_read_whole(int length, long? declared)
    {
        var bytes = Bytes(length);

        var raw = await RawMail.ReadAsync(Request(bytes, declared), 200_000, CancellationToken.None);

        Assert.Equal(bytes, raw!.ToArray());
    }

    [Theory]
    [InlineData(1001, null)]
    [InlineData(10, 1001L)]
    [InlineData(500_000, null)]
    public async Task A_body_over_the_bound_is_not_read(int length, long? declared)
    {
        var raw = await RawMail.ReadAsync(Request(Bytes(length), declared), 1000, CancellationToken.None);

        Assert.Null(raw);
    }

    private static byte[] Bytes(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)i)];

    private static HttpRequest Request(byte[] body, long? declared)
    {
        var context = new DefaultHttpContext();
        context.Request.Body = new MemoryStream(body);
        context.Request.ContentLength = declared;
        return context.Request;
    }
}
