using MimeKit.Internal;

namespace MimeKit;

/// <summary>The content of a part, as it is encoded for transfer.</summary>
public interface IMimeContent : IDisposable
{
    ContentEncoding Encoding { get; }

    NewLineFormat? NewLineFormat { get; }

    Stream Stream { get; }

    Stream Open();

    void DecodeTo(Stream stream, CancellationToken cancellationToken = default);

    Task DecodeToAsync(Stream stream, CancellationToken cancellationToken = default);

    void WriteTo(Stream stream, CancellationToken cancellationToken = default);

    Task WriteToAsync(Stream stream, CancellationToken cancellationToken = default);
}

/// <summary>Content in a stream that can be read again.</summary>
public class MimeContent(Stream stream, ContentEncoding encoding = ContentEncoding.Default) : IMimeContent
{
    public ContentEncoding Encoding { get; } = encoding;

    public NewLineFormat? NewLineFormat { get; set; }

    public Stream Stream { get; } = stream;

    public Stream Open() => new MemoryStream(Decoded(), writable: false);

    public void DecodeTo(Stream stream, CancellationToken cancellationToken = default) => stream.Write(Decoded());

    public async Task DecodeToAsync(Stream stream, CancellationToken cancellationToken = default) =>
        await stream.WriteAsync(Decoded(), cancellationToken).ConfigureAwait(false);

    public void WriteTo(Stream stream, CancellationToken cancellationToken = default) => stream.Write(RawBytes().Span);

    public async Task WriteToAsync(Stream stream, CancellationToken cancellationToken = default) =>
        await stream.WriteAsync(RawBytes(), cancellationToken).ConfigureAwait(false);

    public void Dispose()
    {
        Stream.Dispose();
        GC.SuppressFinalize(this);
    }

    internal byte[] Decoded() => TransferDecoder.Decode(Encoding, RawBytes().Span);

    internal ReadOnlyMemory<byte> RawBytes()
    {
        if (Stream is MemoryStream memory && memory.TryGetBuffer(out var segment))
        {
            return segment;
        }

        Stream.Position = 0;
        var copy = new MemoryStream();
        Stream.CopyTo(copy);
        return copy.GetBuffer().AsMemory(0, (int)copy.Length);
    }
}
