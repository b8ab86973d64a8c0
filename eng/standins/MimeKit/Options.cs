using System.Text;

namespace MimeKit;

public enum ContentEncoding { Default, SevenBit, EightBit, Binary, Base64, QuotedPrintable, UUEncode }

public enum EncodingConstraint { None, SevenBit, EightBit }

public enum NewLineFormat : byte { Unix, Dos, Mixed }

public enum ParameterEncodingMethod { Default, Rfc2231, Rfc2047 }

/// <summary>A text that is not what it should be.</summary>
public class ParseException(string message, int tokenIndex, int errorIndex) : FormatException(message)
{
    public int TokenIndex { get; } = tokenIndex;

    public int ErrorIndex { get; } = errorIndex;
}

/// <summary>How to parse.</summary>
public class ParserOptions
{
    public static readonly ParserOptions Default = new();

    public bool AllowUnquotedCommasInAddresses { get; set; } = true;

    public bool AllowAddressesWithoutDomain { get; set; } = true;

    public int MaxAddressGroupDepth { get; set; } = 3;

    public int MaxMimeDepth { get; set; } = 1024;

    /// <summary>The charset of header bytes that are neither declared nor UTF-8.</summary>
    public Encoding CharsetEncoding { get; set; } = Encoding.Latin1;

    public ParserOptions Clone() => (ParserOptions)MemberwiseClone();
}

/// <summary>How to write.</summary>
public class FormatOptions
{
    public static readonly FormatOptions Default = new();

    public NewLineFormat NewLineFormat { get; set; } = OperatingSystem.IsWindows() ? NewLineFormat.Dos : NewLineFormat.Unix;

    public bool EnsureNewLine { get; set; }

    /// <summary>True for mails in UTF-8 throughout (RFC 6532).</summary>
    public bool International { get; set; }

    public HashSet<HeaderId> HiddenHeaders { get; private init; } = [];

    public FormatOptions Clone() => new()
    {
        NewLineFormat = NewLineFormat,
        EnsureNewLine = EnsureNewLine,
        International = International,
        HiddenHeaders = [.. HiddenHeaders],
    };

    internal string NewLine => NewLineFormat == NewLineFormat.Unix ? "\n" : "\r\n";
}
