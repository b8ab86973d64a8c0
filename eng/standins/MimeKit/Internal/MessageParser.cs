namespace MimeKit.Internal;

/// <summary>Reads a mail in one pass over its bytes; nesting is bounded, line ends may be mixed, boundaries may be missing.</summary>
internal sealed class MessageParser(ParserOptions options, byte[] data, CancellationToken cancellation = default)
{
    private const int MaxHeaders = 100_000;
    private readonly List<byte[]> _boundaries = [];
    private int _at;

    public static byte[] ReadAll(Stream stream)
    {
        if (stream is MemoryStream { Position: 0 } memory && memory.TryGetBuffer(out var segment))
        {
            return segment.Offset == 0 && segment.Count == segment.Array!.Length ? segment.Array : segment.ToArray();
        }

        var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public static HeaderListCollection ReadGroups(byte[] bytes)
    {
        var parser = new MessageParser(ParserOptions.Default, bytes);
        var groups = new HeaderListCollection();
        while (parser._at < bytes.Length && groups.Count < 1000)
        {
            var headers = parser.ParseHeaders();
            if (headers.Count > 0)
            {
                groups.Add(headers);
            }
        }

        return groups;
    }

    public MimeMessage ParseMessage(int depth = 0)
    {
        if (depth == 0 && data.AsSpan(_at).StartsWith("From "u8))
        {
            _ = NextLine();
        }

        var headers = ParseHeaders();
        if (depth == 0 && headers.All(h => h.RawValue.Length == 0))
        {
            throw new FormatException("Failed to parse message headers.");
        }

        var own = new HeaderList();
        var content = new HeaderList();
        foreach (var header in headers)
        {
            (header.Field.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) ? content : own).Add(header);
        }

        return new MimeMessage(options, own, ParseEntity(content, depth, digest: false));
    }

    /// <summary>Reads header fields up to the empty line after them, or to a boundary.</summary>
    public HeaderList ParseHeaders()
    {
        var headers = new HeaderList();
        while (_at < data.Length)
        {
            var start = _at;
            var line = NextLine();
            if (line.IsEmpty)
            {
                break;
            }

            if (BoundaryOf(line) is not null)
            {
                _at = start;
                break;
            }

            while (_at < data.Length && data[_at] is (byte)' ' or (byte)'\t')
            {
                _ = NextLine();
            }

            if (headers.Count < MaxHeaders)
            {
                headers.Add(ToHeader(data.AsSpan(start, _at - start), line.Length, start));
            }
        }

        return headers;
    }

    private Header ToHeader(ReadOnlySpan<byte> raw, int firstLine, int offset)
    {
        var colon = raw[..firstLine].IndexOf((byte)':');
        var field = colon < 0 ? raw[..firstLine] : raw[..colon];
        var name = Charsets.Latin1.GetString(field.TrimEnd(" \t"u8));
        var valid = colon > 0 && name.Length > 0 && !name.Any(c => c is <= ' ' or >= (char)127);
        return valid
            ? Header.Parsed(options, name, field.ToArray(), raw[(colon + 1)..].ToArray(), offset)
            : Header.Parsed(options, Charsets.Latin1.GetString(raw[..firstLine]), raw[..firstLine].ToArray(), [], offset);
    }

    private MimeEntity ParseEntity(HeaderList headers, int depth, bool digest)
    {
        cancellation.ThrowIfCancellationRequested();
        var type = headers.Find(HeaderId.ContentType) is { } header && ContentType.TryParse(options, header.Latin1, out var parsed)
            ? parsed
            : digest ? new ContentType("message", "rfc822") : new ContentType("text", "plain");
        var encoding = TransferEncodings.Parse(headers[HeaderId.ContentTransferEncoding]);
        var entity = EntityFactory.Create(headers, type, encoded: encoding is ContentEncoding.Base64 or ContentEncoding.QuotedPrintable or ContentEncoding.UUEncode, leafOnly: depth >= options.MaxMimeDepth);
        switch (entity)
        {
            case Multipart multipart:
                ParseParts(multipart, depth);
                break;
            case MessagePart message:
                message.Message = ParseMessage(depth + 1);
                break;
            case MimePart part:
                var (start, length) = ReadContent();
                part.Content = new MimeContent(new MemoryStream(data, start, length, false, true), encoding);
                break;
        }

        return entity;
    }

    private void ParseParts(Multipart multipart, int depth)
    {
        var boundary = multipart.Boundary?.TrimEnd();
        if (string.IsNullOrEmpty(boundary))
        {
            multipart.Preamble = Text(ReadContent());
            return;
        }

        var own = _boundaries.Count;
        _boundaries.Add(Charsets.Latin1.GetBytes("--" + boundary));
        var before = ReadContent();
        multipart.Preamble = before.Length > 0 ? Text(before) : null;
        while (AtBoundary() is { } found && found.Level == own)
        {
            _ = NextLine();
            if (found.IsEnd)
            {
                break;
            }

            multipart.Add(ParseEntity(ParseHeaders(), depth + 1, multipart.ContentType.IsMimeType("multipart", "digest")));
        }

        _boundaries.RemoveAt(own);
        var after = ReadContent();
        multipart.Epilogue = after.Length > 0 ? Text(after) : null;
    }

    /// <summary>Content up to the next boundary of any level, without the line end that belongs to the boundary.</summary>
    private (int Start, int Length) ReadContent()
    {
        var start = _at;
        while (_at < data.Length && AtBoundary() is null)
        {
            _ = NextLine();
        }

        var end = _at;
        if (end < data.Length)
        {
            end -= end > start && data[end - 1] == '\n' ? 1 : 0;
            end -= end > start && data[end - 1] == '\r' ? 1 : 0;
        }

        return (start, end - start);
    }

    private (int Level, bool IsEnd)? AtBoundary()
    {
        if (_at + 2 >= data.Length || data[_at] != '-' || data[_at + 1] != '-')
        {
            return null;
        }

        var at = _at;
        var found = BoundaryOf(NextLine());
        _at = at;
        return found;
    }

    private (int Level, bool IsEnd)? BoundaryOf(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("--"u8))
        {
            return null;
        }

        var text = line.TrimEnd(" \t\r\n"u8);
        for (var level = _boundaries.Count - 1; level >= 0; level--)
        {
            var boundary = _boundaries[level].AsSpan();
            if (text.StartsWith(boundary) && (text.Length == boundary.Length || text[boundary.Length..].SequenceEqual("--"u8)))
            {
                return (level, text.Length > boundary.Length);
            }
        }

        return null;
    }

    /// <summary>The line at the reading point, without its end; the reading point goes behind it.</summary>
    private ReadOnlySpan<byte> NextLine()
    {
        var rest = data.AsSpan(_at);
        var end = rest.IndexOf((byte)'\n');
        _at = end < 0 ? data.Length : _at + end + 1;
        var line = end < 0 ? rest : rest[..end];
        return line.EndsWith("\r"u8) ? line[..^1] : line;
    }

    private string Text((int Start, int Length) part) => Charsets.Latin1.GetString(data, part.Start, part.Length);
}
