using System.Buffers;
using Mailroom.Pipeline.Adapters.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Mailroom.Functions.Api;

/// <summary>A request's body as the raw bytes of one mail.</summary>
internal static class RawMail
{
    /// <summary>The most that is taken by HTTP, 100 MiB: what the Functions host lets through. Larger mail comes in by other ways.</summary>
    internal const int HardBound = 100 * 1024 * 1024;

    private const int Block = 80 * 1024;

    /// <summary>The bytes on their way to the vault, for as long as the request lasts; null when there are more than the bound.</summary>
    internal static async Task<MailSpool?> SpoolAsync(HttpRequest request, int bound, CancellationToken cancellation)
    {
        if (request.ContentLength > bound)
        {
            return null;
        }

        LimitServer(request, bound + 1L);
        return await SpoolAsync(request, request.Body, bound, cancellation);
    }

    /// <summary>The same for a stream within the request's body.</summary>
    internal static async Task<MailSpool?> SpoolAsync(HttpRequest request, Stream part, long bound, CancellationToken cancellation)
    {
        var spool = new MailSpool();
        request.HttpContext.Response.RegisterForDisposeAsync(spool);
        return await spool.AppendAsync(part, bound, cancellation) ? spool : null;
    }

    /// <summary>Bytes that had to be unpacked in memory, as the spool that a mail is.</summary>
    internal static async Task<MailSpool> SpoolAsync(HttpRequest request, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var spool = await MailSpool.OfAsync(bytes, cancellation);
        request.HttpContext.Response.RegisterForDisposeAsync(spool);
        return spool;
    }

    /// <summary>The bytes in memory, for what must be unpacked; null when there are more than the bound.</summary>
    internal static async Task<BinaryData?> ReadAsync(HttpRequest request, int bound, CancellationToken cancellation)
    {
        if (request.ContentLength > bound)
        {
            return null;
        }

        // One more than the bound, so that this reader and not the server tells the sender what is wrong.
        LimitServer(request, bound + 1L);
        return await ReadAsync(request.Body, (int)(request.ContentLength ?? 0), bound, cancellation);
    }

    /// <summary>The most that the server lets through of this request's body.</summary>
    internal static void LimitServer(HttpRequest request, long most)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most;
        }
    }

    /// <summary>A stream's bytes; null when there are more than the bound.</summary>
    internal static async Task<BinaryData?> ReadAsync(Stream body, int expected, int bound, CancellationToken cancellation)
    {
        var block = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            using var bytes = new MemoryStream(expected);
            int count;
            while ((count = await body.ReadAsync(block, cancellation)) > 0)
            {
                if (bytes.Length + count > bound)
                {
                    return null;
                }

                await bytes.WriteAsync(block.AsMemory(0, count), cancellation);
            }

            return BinaryData.FromBytes(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }
}
