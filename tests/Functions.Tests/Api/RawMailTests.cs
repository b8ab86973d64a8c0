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

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(3_000_000)]
    public async Task A_body_of_any_size_is_spooled_as_it_is(int length)
    {
        var bytes = Bytes(length);

        var spool = await RawMail.SpoolAsync(Request(bytes, null), 3_000_000, CancellationToken.None);

        using var copy = new MemoryStream();
        await spool!.Open().CopyToAsync(copy);
        Assert.Equal(bytes, copy.ToArray());
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), spool.Sha256);
        Assert.Null(await RawMail.SpoolAsync(Request([.. bytes, 1], null), length, CancellationToken.None));
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
