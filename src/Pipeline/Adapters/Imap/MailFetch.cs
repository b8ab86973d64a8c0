using Mailroom.Pipeline.Adapters.Blobs;
using Mailroom.Pipeline.Adapters.Mail.Reading;

namespace Mailroom.Pipeline.Adapters.Imap;

/// <summary>Fetches one mail piece by piece, so that none is in memory whole and each piece has the verb's time for itself.</summary>
public static class MailFetch
{
    private const int Piece = 4 * 1024 * 1024;

    /// <summary>The mail; of one over the bound always the same first bytes, so that its identity stays. Null when it is gone.</summary>
    /// <param name="piece">Gives the bytes from an offset on, at most so many; null when there is no such mail.</param>
    /// <param name="told">The size that the server tells, which may be wrong; 0 when it tells none.</param>
    /// <param name="most">The most bytes of a mail that is read.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<FetchedMail?> RunAsync(
        Func<long, int, Task<Stream?>> piece, long told, int most, CancellationToken cancellation)
    {
#pragma warning disable CA2000 // The mail that comes about owns it; where none does, it is closed below.
        var spool = new MailSpool();
#pragma warning restore CA2000
        try
        {
            // One over the bound shows that it is over; of one that is known to be, more than its beginning is for nothing.
            var enough = told > most ? ReadBounds.Beginning : Math.Max(most + 1, ReadBounds.Beginning);
            for (var count = 0; spool.Length < enough; count = 0)
            {
                count = (int)Math.Min(Piece, enough - spool.Length);
                var before = spool.Length;
                if (await piece(before, count) is not { } bytes)
                {
                    if (before == 0)
                    {
                        await spool.DisposeAsync();
                        return null;
                    }

                    break;
                }

                await using (bytes)
                {
                    await spool.AppendAsync(bytes, long.MaxValue, cancellation);
                }

                // A short piece is the end, unless the server told of more: then only an empty one is.
                var came = spool.Length - before;
                if (came == 0 || (came < count && spool.Length >= told))
                {
                    break;
                }
            }

            return spool.Length < enough ? new FetchedMail(spool, null) : await CutAsync(spool, Math.Max(told, spool.Length), cancellation);
        }
        catch
        {
            await spool.DisposeAsync();
            throw;
        }
    }

    private static async Task<FetchedMail> CutAsync(MailSpool spool, long whole, CancellationToken cancellation)
    {
        if (spool.Length == ReadBounds.Beginning)
        {
            return new FetchedMail(spool, whole);
        }

#pragma warning disable CA2000 // As above.
        var beginning = await spool.BeginningAsync(ReadBounds.Beginning, cancellation);
#pragma warning restore CA2000
        await spool.DisposeAsync();
        return new FetchedMail(beginning, whole);
    }
}

/// <summary>A mail that was fetched.</summary>
/// <param name="Raw">Its bytes; whoever has this disposes of them.</param>
/// <param name="WholeBytes">The size of the whole mail, when these are only its beginning.</param>
public sealed record FetchedMail(MailSpool Raw, long? WholeBytes);
