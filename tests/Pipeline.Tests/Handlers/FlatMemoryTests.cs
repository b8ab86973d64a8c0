using Mailroom.Core.Mail;
using Mailroom.Pipeline.Adapters.Blobs;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Mailroom.Support.Azurite;
using Xunit.Abstractions;

namespace Mailroom.Pipeline.Tests.Handlers;

[Collection(SharedAzurite.Name)]
public sealed class FlatMemoryTests(AzuriteServer azurite, ITestOutputHelper output)
{
    private const int Mails = 20;
    private const int Bytes = 30 * 1024 * 1024;

    [AzuriteFact]
    public async Task Twenty_large_mails_at_once_are_taken_in_without_being_in_memory()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = new Peak();

        var receipts = await Task.WhenAll(Enumerable.Range(0, Mails).Select(n => Task.Run(async () =>
        {
            await using var raw = new MailSpool();
            Assert.True(await raw.AppendAsync(new Generated(n, peak), long.MaxValue, CancellationToken.None));
            var receipt = await house.Get<AcceptMail>().HandleAsync(raw, new MailDelivered($"http:{n}", MailEnvelope.Unknown), CancellationToken.None);
            peak.Look();
            return receipt;
        })));

        output.WriteLine($"{Mails} mails of {Megabytes.Up(Bytes)}: at most {Megabytes.Up(peak.Bytes - before)} of managed memory");
        Assert.Equal(Mails, receipts.Select(r => r.Sha256).Distinct(StringComparer.Ordinal).Count());
        Assert.InRange(peak.Bytes - before, 0, Mails * (long)Bytes / 4);
    }

    private sealed class Peak
    {
        private long _bytes;

        public long Bytes => Interlocked.Read(ref _bytes);

        public void Look()
        {
            var now = GC.GetTotalMemory(forceFullCollection: false);
            for (var seen = Bytes; now > seen; seen = Bytes)
            {
                Interlocked.CompareExchange(ref _bytes, now, seen);
            }
        }
    }

    /// <summary>A mail that is nowhere before it is read.</summary>
    private sealed class Generated(int number, Peak peak) : Stream
    {
        private int _left = Bytes;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            peak.Look();
            var length = Math.Min(count, _left);
            buffer.AsSpan(offset, length).Fill((byte)('a' + number));
            _left -= length;
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
