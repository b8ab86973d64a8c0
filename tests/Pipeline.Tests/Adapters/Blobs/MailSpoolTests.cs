using System.Security.Cryptography;
using Mailroom.Pipeline.Adapters.Blobs;

namespace Mailroom.Pipeline.Tests.Adapters.Blobs;

public sealed class MailSpoolTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(MailSpool.InMemory)]
    [InlineData(MailSpool.InMemory + 1)]
    [InlineData(5_000_000)]
    public async Task What_comes_in_pieces_comes_out_whole_with_its_hash(int length)
    {
        var bytes = Bytes(length);
        await using var spool = new MailSpool();
        foreach (var piece in bytes.Chunk(700_001))
        {
            Assert.True(await spool.AppendAsync(new MemoryStream(piece), long.MaxValue, CancellationToken.None));
        }

        Assert.Equal((length, Convert.ToHexStringLower(SHA256.HashData(bytes))), (spool.Length, spool.Sha256));
        Assert.Equal(bytes, await AllAsync(spool));
        Assert.Equal(bytes, await AllAsync(spool));
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(999, false)]
    public async Task More_than_the_bound_is_refused(long most, bool taken)
    {
        await using var spool = new MailSpool();

        Assert.Equal(taken, await spool.AppendAsync(new MemoryStream(Bytes(1000)), most, CancellationToken.None));
    }

    [Fact]
    public async Task The_beginning_is_a_mail_of_its_own()
    {
        var bytes = Bytes(2_000_000);
        await using var spool = await MailSpool.OfAsync(bytes, CancellationToken.None);

        await using var beginning = await spool.BeginningAsync(1000, CancellationToken.None);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, 1000))), beginning.Sha256);
        Assert.Equal(bytes, await AllAsync(spool));
    }

    [Fact]
    public async Task Nothing_stays_on_disk()
    {
        var before = Spooled();
        await using (var spool = await MailSpool.OfAsync(Bytes(2_000_000), CancellationToken.None))
        {
            Assert.Equal(2_000_000, spool.Length);
        }

        Assert.Empty(Spooled().Except(before, StringComparer.Ordinal));
    }

    private static string[] Spooled() => Directory.GetFiles(Path.GetTempPath(), "mailroom-*");

    private static byte[] Bytes(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(i * 31 >> 3))];

    private static async Task<byte[]> AllAsync(MailSpool spool)
    {
        using var copy = new MemoryStream();
        await spool.Open().CopyToAsync(copy);
        return copy.ToArray();
    }
}
