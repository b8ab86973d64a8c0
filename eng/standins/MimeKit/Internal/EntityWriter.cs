using System.Text;

namespace MimeKit.Internal;

/// <summary>Writes headers and contents with one kind of line end.</summary>
internal sealed class EntityWriter(FormatOptions options, Stream stream)
{
    private readonly byte[] _newLine = Encoding.ASCII.GetBytes(options.NewLine);
    private bool _atLineStart = true;

    public FormatOptions Options => options;

    public void Headers(IEnumerable<Header> headers)
    {
        foreach (var header in headers.Where(h => !options.HiddenHeaders.Contains(h.Id) || h.Id == HeaderId.Unknown))
        {
            Write(header.RawField);
            Write(":"u8);
            Bytes(header.RawValue, binary: false);
            EndLine();
        }
    }

    public void Line(string text)
    {
        Write(Charsets.Utf8.GetBytes(text));
        Write(_newLine);
        _atLineStart = true;
    }

    /// <summary>Ends the line under way.</summary>
    public void EndLine()
    {
        if (!_atLineStart)
        {
            Line("");
        }
    }

    /// <param name="bytes">The content.</param>
    /// <param name="binary">True to keep its line ends.</param>
    public void Bytes(ReadOnlySpan<byte> bytes, bool binary)
    {
        if (binary)
        {
            Write(bytes);
            return;
        }

        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            if (end < 0)
            {
                Write(bytes);
                return;
            }

            Write(end > 0 && bytes[end - 1] == '\r' ? bytes[..(end - 1)] : bytes[..end]);
            Write(_newLine);
            _atLineStart = true;
            bytes = bytes[(end + 1)..];
        }
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        stream.Write(bytes);
        _atLineStart = bytes.IsEmpty ? _atLineStart : bytes[^1] == '\n';
    }
}
