using System.Text;
using System.Text.RegularExpressions;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>Rewrites the fields of a mail's header that a parser would misread: their text becomes UTF-8, and nothing else of them changes.</summary>
internal static partial class HeaderMending
{
    private const int WordBytes = 45;

    /// <summary>The mail with its header mended; the same bytes when there is nothing to mend.</summary>
    /// <param name="mail">The mail, from its first header field on.</param>
    /// <param name="repairs">Takes notes of charsets that were not as declared.</param>
    public static ReadOnlyMemory<byte> Mended(ReadOnlyMemory<byte> mail, ICollection<string> repairs)
    {
        var block = RawMail.HeaderBlock(mail.Span);
        var hasWords = block.IndexOf("=?"u8) >= 0;
        if (!hasWords && Ascii.IsValid(block))
        {
            return mail;
        }

        using var output = new MemoryStream(mail.Length + 1024);
        var undeclared = new Lazy<Encoding>(() => Undeclared(mail.Span));
        for (var rest = block; !rest.IsEmpty;)
        {
            var length = LongHeader.FieldLength(rest);
            output.Write(Field(rest[..length], undeclared, repairs));
            rest = rest[length..];
        }

        output.Write(mail.Span[block.Length..]);
        return output.GetBuffer().AsMemory(0, (int)output.Length);
    }

    private static byte[] Field(ReadOnlySpan<byte> field, Lazy<Encoding> undeclared, ICollection<string> repairs)
    {
        var isForeign = !System.Text.Unicode.Utf8.IsValid(field);
        var isId = StartsWith(field, "message-id:"u8) || StartsWith(field, "references:"u8) || StartsWith(field, "in-reply-to:"u8);
        if ((field.IndexOf("=?"u8) < 0 && !isForeign) || StartsWith(field, "content-"u8))
        {
            return field.ToArray();
        }

        // A character for each byte all along, so that what is not mended stays as it is.
        var latin1 = Encoding.Latin1.GetString(field);
        var mended = HeaderText.Decode(latin1, isId ? AsPlain : AsWords, repairs);
        return isForeign ? Encoding.UTF8.GetBytes(Foreign().Replace(mended, m => Text(m.Value, undeclared.Value))) : Encoding.Latin1.GetBytes(mended);
    }

    private static string Text(string latin1, Encoding encoding)
    {
        var bytes = Encoding.Latin1.GetBytes(latin1);
        return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : encoding.GetString(bytes);
    }

    /// <summary>The charset of bytes that nobody declared: that of the body where they fit it, else by a look at them all.</summary>
    private static Encoding Undeclared(ReadOnlySpan<byte> mail)
    {
        var block = RawMail.HeaderBlock(mail);
        var foreign = new List<byte>();
        for (var rest = block; !rest.IsEmpty;)
        {
            var length = LongHeader.FieldLength(rest);
            if (!System.Text.Unicode.Utf8.IsValid(rest[..length]))
            {
                foreign.AddRange(rest[..length]);
            }

            rest = rest[length..];
        }

        var bytes = foreign.ToArray();
        var top = Encoding.Latin1.GetString(mail[..Math.Min(mail.Length, ReadBounds.Preface)]);
        var declared = Charset().Match(top) is { Success: true } match ? MailCharsets.Find(match.Groups["label"].Value) : null;
        var ofBody = declared is null || declared.CodePage == MailCharsets.Western.CodePage || declared.CodePage is 20127 or 65000 or 65001 or 0 ? null : declared;
        return ofBody is not null && !ofBody.GetString(bytes).Contains('\uFFFD', StringComparison.Ordinal) ? ofBody : CharsetGuess.Of(bytes);
    }

    /// <summary>The text as encoded words that every parser reads alike: UTF-8, whole characters, short.</summary>
    private static string AsWords(string text)
    {
        var words = new List<string>();
        var word = new List<byte>();
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(bytes);
            if (word.Count + length > WordBytes)
            {
                words.Add(Word(word));
                word.Clear();
            }

            word.AddRange(bytes[..length]);
        }

        return string.Join(' ', word.Count > 0 ? words.Append(Word(word)) : words);
    }

    private static string Word(List<byte> bytes) => $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";

    /// <summary>Ids are ASCII.</summary>
    private static string AsPlain(string text) => string.Concat(text.Where(c => c is >= ' ' and < '\u007F'));

    private static bool StartsWith(ReadOnlySpan<byte> field, ReadOnlySpan<byte> name) =>
        field.Length >= name.Length && Ascii.EqualsIgnoreCase(field[..name.Length], name);

    // Trail bytes of two-byte characters may be ASCII letters; a run is read with all that stands between two blanks.
    [GeneratedRegex(@"[^\s<>""=]*[\u0080-\u00FF][^\r\n<>""=]*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"charset\s?=\s?""?(?<label>[A-Za-z0-9_-]{2,40})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
