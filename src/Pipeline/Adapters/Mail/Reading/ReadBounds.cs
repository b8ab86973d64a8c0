namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>How much of a mail is read: what lies beyond stays in the raw mail.</summary>
/// <remarks>
/// Most of them cut and say so, because a person's words stand at the front and are worth more than the rest. Only what leaves no
/// words to read makes a mail one of which the header alone is read: its size, the time it takes, parts that hide all the text.
/// </remarks>
internal static class ReadBounds
{
    /// <summary>Bytes that are enough for the header of a mail that is too large to be read, or to be fetched.</summary>
    public const int Beginning = 512 * 1024;

    /// <summary>Bytes of the header.</summary>
    public const int Header = 256 * 1024;

    /// <summary>Bytes of one field, when the header is over its bound.</summary>
    public const int Field = 16 * 1024;

    /// <summary>Header fields kept.</summary>
    public const int Headers = 1000;

    /// <summary>Characters of a header value.</summary>
    public const int HeaderValue = 8 * 1024;

    /// <summary>Addresses of one field.</summary>
    public const int Addresses = 200;

    /// <summary>Characters of a display name or an address.</summary>
    public const int AddressLength = 998;

    /// <summary>Message-IDs of one field.</summary>
    public const int MessageIds = 100;

    /// <summary>Characters of the body's text.</summary>
    public const int Text = 256 * 1024;

    /// <summary>Characters of HTML that are looked at.</summary>
    public const int Html = 512 * 1024;

    /// <summary>Attachments listed.</summary>
    public const int Attachments = 500;

    /// <summary>Characters of a file name.</summary>
    public const int FileName = 255;

    /// <summary>Parts within parts.</summary>
    public const int Depth = 32;

    /// <summary>Parts looked at.</summary>
    public const int Parts = 2000;

    /// <summary>Bytes at the top within which the header fields must begin.</summary>
    public const int Preface = 64 * 1024;
}
