using System.Security.Cryptography;

namespace Mailroom.Pipeline.Adapters.Blobs;

/// <summary>A mail on its way into the vault, hashed while it comes: in memory while it is small, else in a temporary file that is gone with it.</summary>
/// <remarks>However many mails come at once, each holds at most <see cref="InMemory"/> bytes and one block. Not for two threads at once.</remarks>
public sealed class MailSpool : IAsyncDisposable
{
    /// <summary>The most bytes that are kept in memory.</summary>
    public const int InMemory = 1024 * 1024;

    private const int Block = 80 * 1024;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private Stream _bytes = new MemoryStream();

    /// <summary>How many bytes have come.</summary>
    public long Length => _bytes.Length;

    /// <summary>SHA-256 of the bytes so far, lower-case hex.</summary>
    public string Sha256 => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>A spool of bytes that are in hand.</summary>
    public static async Task<MailSpool> OfAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var spool = new MailSpool();
        await spool.AppendAsync(bytes, cancellation);
        return spool;
    }

    /// <summary>Takes a stream to its end.</summary>
    /// <param name="source">The stream.</param>
    /// <param name="most">The most bytes that this may come to, those before included.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>False when there are more; what came until then is here.</returns>
    public async Task<bool> AppendAsync(Stream source, long most, CancellationToken cancellation)
    {
        var block = new byte[Block];
        int count;
        while ((count = await source.ReadAsync(block, cancellation)) > 0)
        {
            if (Length + count > most)
            {
                return false;
            }

            await AppendAsync(block.AsMemory(0, count), cancellation);
        }

        return true;
    }

    /// <summary>The first bytes as a spool of their own.</summary>
    public async Task<MailSpool> BeginningAsync(int length, CancellationToken cancellation)
    {
        var bytes = new byte[Math.Min(length, Length)];
        await Open().ReadExactlyAsync(bytes, cancellation);
        return await OfAsync(bytes, cancellation);
    }

    /// <summary>The bytes from the first; valid until more come or this is disposed. It is not to be closed.</summary>
    public Stream Open()
    {
        _bytes.Position = 0;
        return _bytes;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _hash.Dispose();
        await _bytes.DisposeAsync();
    }

    private async Task AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (_bytes is MemoryStream memory && memory.Length + bytes.Length > InMemory)
        {
            _bytes = await OnDiskAsync(memory, cancellation);
        }

        _hash.AppendData(bytes.Span);
        _bytes.Position = _bytes.Length;
        await _bytes.WriteAsync(bytes, cancellation);
    }

    private static async Task<FileStream> OnDiskAsync(MemoryStream memory, CancellationToken cancellation)
    {
        var path = Path.Combine(Path.GetTempPath(), $"mailroom-{Path.GetRandomFileName()}");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(path, options);
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                // Without a name already, so that not even a process that is killed leaves a customer's mail behind.
                File.Delete(path);
            }

            await file.WriteAsync(memory.GetBuffer().AsMemory(0, (int)memory.Length), cancellation);
            await memory.DisposeAsync();
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
