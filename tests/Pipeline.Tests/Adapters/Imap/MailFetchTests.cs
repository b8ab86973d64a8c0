using Mailroom.Pipeline.Adapters.Imap;

namespace Mailroom.Pipeline.Tests.Adapters.Imap;

/// <summary>A server may tell a wrong size, and give less than was asked for.</summary>
public sealed class MailFetchTests
{
    private const int Beginning = 512 * 1024;
    private const int Most = 1_000_000;

    [Theory]
    [InlineData(900_000, 900_000)]
    [InlineData(900_000, 0)]
    [InlineData(900_000, 5_000)]
    [InlineData(900_000, 990_000)]
    [InlineData(0, 0)]
    public async Task A_mail_within_the_bound_is_whole_whatever_size_was_told(int length, long told)
    {
        var fetched = await FetchAsync(Bytes(length), told);

        await using var raw = fetched!.Raw;
        Assert.Equal((length, (long?)null), (raw.Length, fetched.WholeBytes));
    }

    [Theory]
    [InlineData(2_000_000, 2_000_000)]
    [InlineData(2_000_000, 10)]
    [InlineData(2_000_000, 0)]
    public async Task Of_a_mail_over_the_bound_there_is_the_same_beginning_whatever_size_was_told(int length, long told)
    {
        var bytes = Bytes(length);

        var fetched = await FetchAsync(bytes, told);

        await using var raw = fetched!.Raw;
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes.AsSpan(0, Beginning))), raw.Sha256);
        Assert.True(fetched.WholeBytes > Most);
    }

    [Fact]
    public async Task A_small_mail_that_is_told_as_large_is_whole()
    {
        var fetched = await FetchAsync(Bytes(1000), 9_000_000);

        await using var raw = fetched!.Raw;
        Assert.Equal((1000, (long?)null), (raw.Length, fetched.WholeBytes));
    }

    [Fact]
    public async Task A_server_that_gives_short_pieces_does_not_shorten_the_mail()
    {
        var fetched = await FetchAsync(Bytes(900_000), 900_000, shortest: 100_000);

        await using var raw = fetched!.Raw;
        Assert.Equal(900_000, raw.Length);
    }

    [Fact]
    public async Task A_mail_that_is_gone_is_none() =>
        Assert.Null(await MailFetch.RunAsync((_, _) => Task.FromResult<Stream?>(null), 10, Most, CancellationToken.None));

    private static Task<FetchedMail?> FetchAsync(byte[] bytes, long told, int shortest = int.MaxValue) => MailFetch.RunAsync(
        (offset, count) =>
        {
            var from = (int)Math.Min(offset, bytes.Length);
            return Task.FromResult<Stream?>(new MemoryStream(bytes, from, Math.Min(Math.Min(count, shortest), bytes.Length - from)));
        },
        told,
        Most,
        CancellationToken.None);

    private static byte[] Bytes(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(i % 251))];
}
