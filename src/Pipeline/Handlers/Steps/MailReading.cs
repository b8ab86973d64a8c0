using Mailroom.Core.Mail;
using Mailroom.Pipeline.Adapters.Blobs;
using Mailroom.Pipeline.Adapters.Mail;
using Mailroom.Pipeline.Adapters.Mail.Reading;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Logs;
using Mailroom.Pipeline.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>Reads a mail from the vault within its bounds of size and time.</summary>
/// <remarks>
/// The time is real time. The reader asks for it at each part and each block; should it be stuck in between, nobody waits for it beyond
/// the grace: it is left to end by itself, and the header is read anew.
/// </remarks>
public sealed class MailReading(MailVault vault, IOptions<MailroomSettings> settings, ReadingTime time, ILogger<MailReading> logger) : IDisposable
{
    // A large mail takes up to five times its size in memory while it is read: so many at once.
    private const int LargeAtOnce = 2;
    private const int Large = 4 * 1024 * 1024;
    private readonly SemaphoreSlim _large = new(LargeAtOnce);

    /// <summary>Reads one mail.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="row">Its row in the ledger; null when it has none.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="InvalidOperationException">The vault does not have it.</exception>
    public async Task<ReadMail> ReadAsync(MailInHand mail, LedgerRow? row, CancellationToken cancellation)
    {
        using var raw = await vault.OpenAsync(mail.Blob, cancellation)
            ?? throw new InvalidOperationException($"Mail {mail.Sha256} is not in the vault as {mail.Blob}.");
        var most = settings.Value.MaxMailBytes;
        var count = raw.Length > most ? ReadBounds.Beginning : raw.Length;
        if (count <= Large)
        {
            return await ReadAsync(mail, raw, count, row, cancellation);
        }

        await _large.WaitAsync(cancellation);
        try
        {
            return await ReadAsync(mail, raw, count, row, cancellation);
        }
        finally
        {
            _large.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _large.Dispose();

    private async Task<ReadMail> ReadAsync(MailInHand mail, VaultMail raw, long count, LedgerRow? row, CancellationToken cancellation)
    {
        var kept = new KeptMail(mail.Sha256, await raw.LoadAsync(count, cancellation), raw.Length)
        {
            WholeLength = row?.WholeBytes,
            Elsewhere = row?.WholeBytes is null ? null : row.Sources[0],
        };
        return await WithinTimeAsync(kept, settings.Value.MaxMailBytes, cancellation);
    }

    private async Task<ReadMail> WithinTimeAsync(KeptMail mail, int most, CancellationToken cancellation)
    {
        using var over = new CancellationTokenSource(time.Limit);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellation);
        var token = patience.Token;
        try
        {
            return await Task.Run(() => LetterReader.Read(mail, most, token), CancellationToken.None)
                .WaitAsync(time.Limit + time.Grace, cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && e is OperationCanceledException or TimeoutException)
        {
            logger.MailTookTooLong(mail.Sha256, time.Limit, e is TimeoutException);
            return LetterReader.ReadHeader(mail, new PassedBound(MailBound.Time, 0, (long)time.Limit.TotalSeconds));
        }
    }
}

/// <summary>How long one mail may be read.</summary>
/// <param name="Limit">After so long the reader stops by itself.</param>
/// <param name="Grace">After so much more nobody waits for it.</param>
public sealed record ReadingTime(TimeSpan Limit, TimeSpan Grace)
{
    /// <summary>What a mail gets: the slowest known mails take a fiftieth of it.</summary>
    public static ReadingTime Usual { get; } = new(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(5));
}
